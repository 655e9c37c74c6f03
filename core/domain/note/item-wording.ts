const NEGATIVE = /\b(?:which|who|what)\b[^.?]*\b(?:not|except|never)\b|(?:ข้อ|สิ่ง|ประเทศ|ผู้)ใด(?:ที่)?(?:ไม่|มิ)/i;
const MARKED = /\*\*[^*]*(?:\bnot\b|\bexcept\b|\bnever\b|ไม่|มิ|ยกเว้น)[^*]*\*\*/i;
const LUMP = /\b(?:all|none) of the (?:above|these|options)\b|ถูกทุกข้อ|ไม่มีข้อใดถูก|ถูกทั้งหมด|ข้างต้นทั้งหมด/i;
const YEAR = /\b(?:19|20)\d\d\b|25\d\d|๒๕[๐-๙]{2}/;

/** Does a prompt ask for what is not so, without the word that says it being marked? It is easily passed over. */
export const hidesNegation = (prompt: string): boolean => NEGATIVE.test(prompt) && !MARKED.test(prompt);
/** An option that stands for the others gives itself away, or asks for none of them. */
export const isLumpOption = (option: string): boolean => LUMP.test(option);
/** Does a text have a year of either era in it? */
export const tellsYear = (text: string): boolean => YEAR.test(text);
