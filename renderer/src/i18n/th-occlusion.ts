const numbers = new Intl.NumberFormat('th-TH');
const n = (value: number) => numbers.format(value);

/** แผ่นปิดบนภาพ */
export const thOcclusion = {
  'masks.title': 'ภาพกับแผ่นปิด',
  'masks.help': 'วาดทับส่วนที่จะถาม ใช้แป้น: ลูกศรเลื่อนแผ่นที่เลือก Shift กับลูกศรปรับขนาด Delete ลบ',
  'masks.choose': 'เลือกภาพ …',
  'masks.change': 'เปลี่ยนภาพ …',
  'masks.none': 'วาง ลาก หรือเลือกภาพก่อน',
  'masks.tool': 'รูปที่จะวาด',
  'masks.rect': 'สี่เหลี่ยม',
  'masks.ellipse': 'วงรี',
  'masks.polygon': 'หลายเหลี่ยม',
  'masks.text': 'ป้ายข้อความ',
  'masks.polygonHelp': 'คลิกทีละมุม กด Enter หรือดับเบิลคลิกเพื่อจบ กด Esc เพื่อเลิก',
  'masks.add': 'เพิ่มที่กลางภาพ',
  'masks.hides': 'ตอนถาม',
  'masks.hideAll': 'ปิดทุกแผ่น ถามแผ่นเดียว',
  'masks.hideOne': 'ปิดเฉพาะแผ่นที่ถาม',
  'masks.mask': (number: number, kind: string, name: string) =>
    name === '' ? `แผ่นที่ ${n(number)} ${kind}` : `แผ่นที่ ${n(number)} ${kind}: ${name}`,
  'masks.place': (left: string, top: string, width: string, height: string) =>
    `ห่างซ้าย ${left} ห่างบน ${top} กว้าง ${width} สูง ${height}`,
  'masks.list': 'แผ่นปิด',
  'masks.name': (number: number) => `ชื่อของแผ่นที่ ${n(number)}`,
  'masks.named': 'ตรงนี้คืออะไร',
  'masks.number': (number: number) => `บัตรของแผ่นที่ ${n(number)}`,
  'masks.card': 'บัตร',
  'masks.gone': (number: number) => `ลบแผ่นที่ ${n(number)} แล้ว`,
};
