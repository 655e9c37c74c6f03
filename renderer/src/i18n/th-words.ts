/** Thai words of the interface that browsers cut in two at a line's end. */
export const TH_WORDS = ['พรุ่งนี้', 'ลูกศร', 'ซิงก์', 'สนธิสัญญา', 'อังกฤษ', 'สนับสนุน', 'อัตโนมัติ'];
