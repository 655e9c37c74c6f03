const numbers = new Intl.NumberFormat('th-TH');
const n = (value: number) => numbers.format(value);

/** Cards that templates make. */
export const thFace = {
  'face.title': 'บัตรคำ',
  'face.replay': 'ฟังอีกครั้ง',
  'face.play': (number: number) => `เล่นเสียงที่ ${n(number)}`,
  'face.missingOne': (name: string) => `ไม่มีไฟล์: ${name}`,
  'face.remoteOne': (address: string) => `ไม่ได้โหลด: ${address}`,
  'face.missing': (names: string) => `ไม่มีในไฟล์ของสำรับ: ${names}`,
  'face.onTheWay': (names: string) => `กำลังมาจากอุปกรณ์อื่น: ${names}`,
  'face.remote': (count: number, hosts: string) => `ไม่ได้โหลดไฟล์จากเว็บอื่น ${n(count)} ไฟล์: ${hosts}`,
  'face.stopped': (what: string) => `ตัดออกจากบัตรนี้เพื่อไม่ให้มีสิ่งใดทำงานหรือถูกโหลด: ${what}`,
  'face.stopped.script': 'สคริปต์',
  'face.stopped.page': 'หน้าเว็บที่ฝังในบัตร',
  'face.stopped.form': 'แบบฟอร์ม',
  'face.stopped.style': 'สไตล์ที่โหลดหรือเรียกสิ่งอื่น',
  'face.link': 'ลิงก์นี้พาออกนอกแอป ซึ่งแอปจะไม่เปิด:',
  'face.problem.unknown-field': (name: string) => `แม่แบบอ้างถึงช่องข้อมูลที่ไม่มี: ${name}`,
  'face.problem.unknown-section': (name: string) => `แม่แบบถามหาช่องข้อมูลที่ไม่มี: ${name}`,
  'face.problem.unknown-filter': (name: string) => `แม่แบบใช้ตัวกรองที่ไม่รู้จัก: ${name}`,
  'face.problem.unclosed-tag': (name: string) => `แม่แบบมี {{ แต่ไม่มี }}: ${name}`,
  'face.problem.unclosed-section': (name: string) => `มีส่วนของแม่แบบที่ไม่มีจุดจบ: ${name}`,
  'face.problem.unopened-section': (name: string) => `มีส่วนของแม่แบบที่จบโดยไม่มีจุดเริ่ม: ${name}`,
  'face.problem.too-deep': (name: string) => `แม่แบบซ้อนกันหลายชั้นเกินไป ส่วนชั้นในจึงถูกตัดออก ${name}`,
  'face.problem.too-long': (name: string) => `ด้านนี้ยาวเกินไปจึงถูกตัด ${name}`,
  'face.problem.blank-front': (name: string) => `ช่องข้อมูลด้านหน้าว่างทั้งหมด: ${name}`,
  'face.problem.missing-cloze': (number: string) => `โน้ตนี้ไม่มีช่องว่างหมายเลข ${number} แล้ว`,
  'face.problem.missing-template': (number: string) => `ชนิดโน้ตนี้ไม่มีแม่แบบที่ ${number}`,
  'face.problem.bad-formula': (source: string) => `แสดงสูตรนี้ไม่ได้: ${source}`,
  'keys.replay': 'ฟังเสียงของบัตรอีกครั้ง',
};
