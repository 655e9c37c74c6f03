import type { enParameters } from './en-parameters.ts';

const numbers = new Intl.NumberFormat('th-TH');
const n = (value: number) => numbers.format(value);

export const thParameters = {
  'parameters.link': 'แบบจำลองความจำ',
  'parameters.linkHelp': 'คุณลืมเร็วแค่ไหน ปรับตามคำตอบของคุณเอง และถ้าตั้งเป้าอื่นจะต้องใช้เวลาเท่าไร',
  'parameters.back': 'การตั้งค่า',
  'parameters.title': 'แบบจำลองความจำ',
  'parameters.sub': 'FSRS-6 คาดว่าคุณจะลืมเมื่อไรจากตัวเลข 21 ตัว ตอนแรกเป็นค่าของผู้เรียนทั่วไป และปรับให้ตรงกับคำตอบของคุณเองได้',

  'parameters.now': 'ตอนนี้มองคุณอย่างไร',
  'parameters.now.published': 'ใช้ค่าของผู้เรียนทั่วไปอยู่',
  'parameters.now.own': (count, from) => `ใช้ค่าที่ปรับจากคำตอบของคุณ ${n(count)} ข้อ เมื่อ ${from}`,
  'parameters.now.same': (answered, rests) =>
    `ข้อที่ตอบได้ติดกัน ${n(answered)} ครั้งจะเว้นไป **${n(rests)} วัน** เท่ากับผู้เรียนทั่วไป`,
  'parameters.now.slower': (answered, rests, usual) =>
    `คุณ**ลืมช้ากว่า** ข้อที่ตอบได้ติดกัน ${n(answered)} ครั้งจะเว้นไป **${n(rests)} วัน** ผู้เรียนทั่วไปเว้น ${n(usual)} วัน`,
  'parameters.now.faster': (answered, rests, usual) =>
    `คุณ**ลืมเร็วกว่า** ข้อที่ตอบได้ติดกัน ${n(answered)} ครั้งจะเว้นไป **${n(rests)} วัน** ผู้เรียนทั่วไปเว้น ${n(usual)} วัน`,
  'parameters.good.caption': 'จำนวนวันที่เว้น เมื่อตอบ "ดี" ทุกครั้ง',
  'parameters.good.answer': 'ตอบได้ติดกัน (ครั้ง)',
  'parameters.good.you': 'คุณ',
  'parameters.good.average': 'ผู้เรียนทั่วไป',
  'parameters.weights': 'ตัวเลขทั้ง 21 ตัว',

  'parameters.fit': 'ปรับให้ตรงกับคุณ',
  'parameters.fit.help':
    'เรียนรู้จากคำตอบเก่าของคุณ แล้วทดสอบกับหนึ่งในห้าล่าสุดที่ยังไม่เคยเห็น จะใช้ค่าใหม่ก็ต่อเมื่อคาดได้ดีกว่าอย่างไม่ใช่เรื่องบังเอิญ วันที่นัดไว้แล้วไม่เปลี่ยน',
  'parameters.fit.do': 'ปรับตอนนี้',
  'parameters.fit.cancel': 'หยุด',
  'parameters.fit.reading': 'กำลังอ่านคำตอบของคุณ …',
  'parameters.fit.training': (count) => `กำลังเรียนรู้จากคำตอบ ${n(count)} ข้อ …`,
  'parameters.fit.checking': 'กำลังทดสอบกับคำตอบล่าสุด …',
  'parameters.verdict.accepted': (tested) => `**ใช้ค่าใหม่แล้ว** ทดสอบกับคำตอบ ${n(tested)} ข้อที่ยังไม่เคยเห็น คาดได้ดีกว่าเดิม`,
  'parameters.verdict.not-better': (tested) =>
    `**ไม่ใช้ค่าใหม่** ทดสอบกับคำตอบ ${n(tested)} ข้อที่ยังไม่เคยเห็นแล้ว ไม่ดีกว่าค่าที่ใช้อยู่อย่างชัดเจน`,
  'parameters.verdict.no-pattern': (tested) =>
    `**ไม่ใช้ค่าใหม่** ทดสอบกับคำตอบ ${n(tested)} ข้อที่ยังไม่เคยเห็นแล้ว ไม่ดีกว่าค่าเฉลี่ยของคุณ ยังไม่พบแบบแผนตามเวลา`,
  'parameters.verdict.too-few': (have, fewest) => `ตอนนี้มีคำตอบให้เรียนรู้ ${n(have)} ข้อ ต้องมี ${n(fewest)} ข้อขึ้นไป`,
  'parameters.figures': (before, after, low, high) =>
    `log loss ต่อคำตอบ: เดิม ${before} ใหม่ ${after} (ต่างกัน ${low} ถึง ${high} ช่วงเชื่อมั่น 95 %) ยิ่งต่ำยิ่งดี`,
  'parameters.last': (when) => `ปรับครั้งล่าสุด ${when}`,
  'parameters.next': (missing, when) =>
    missing > 0
      ? `ปรับเองเดือนละครั้ง: ครั้งต่อไปหลังตอบอีก ${n(missing)} ข้อ`
      : when === ''
        ? 'ปรับเองเดือนละครั้ง: ครั้งต่อไปเร็ว ๆ นี้ ทำอยู่เบื้องหลัง'
        : `ปรับเองเดือนละครั้ง: ครั้งต่อไปหลัง ${when}`,

  'parameters.versions': 'ค่าที่เคยใช้',
  'parameters.version.own': (count) => `ปรับจากคำตอบ ${n(count)} ข้อ`,
  'parameters.version.published': 'ผู้เรียนทั่วไป',
  'parameters.version.holds': 'ใช้อยู่',
  'parameters.version.undone': 'เลิกทำแล้ว',
  'parameters.version.use': 'กลับมาใช้',
  'parameters.version.useOf': (when) => `กลับมาใช้ค่าของ ${when}`,
  'parameters.version.reset': 'กลับไปใช้ค่าของผู้เรียนทั่วไป',
  'parameters.version.changed': 'เปลี่ยนแล้ว',
  'parameters.version.undo': 'เลิกทำ',

  'reschedule.title': 'วันที่นัดไว้แล้ว',
  'reschedule.help': 'วันที่นัดไว้จะไม่เปลี่ยนจนกว่าจะตอบข้อนั้นครั้งต่อไป แม้ค่าที่นี่จะเปลี่ยน ถ้าต้องการ ให้ทุกข้อได้วันใหม่ตามค่าตอนนี้ได้',
  'reschedule.look': 'ดูว่าจะเลื่อนอะไร',
  'reschedule.nothing': 'ไม่มีข้อไหนต้องเลื่อน',
  'reschedule.preview': (sooner, later) => `${n(sooner)} ข้อจะมาเร็วขึ้น ${n(later)} ข้อจะมาช้าลง`,
  'reschedule.do': (count) => `เลื่อน ${n(count)} ข้อ`,
  'reschedule.done': 'เลื่อนแล้ว',

  'simulator.title': 'ต้องใช้เวลาเท่าไร',
  'simulator.help': 'ลองเล่นวันข้างหน้าจากข้อที่มี ความจำ และความเร็วของคุณ',
  'simulator.first': 'แบบที่หนึ่ง',
  'simulator.second': 'แบบที่สอง',
  'simulator.newPerDay': 'ข้อใหม่ต่อวัน',
  'simulator.retention': 'อยากจำได้',
  'simulator.days': 'ไปข้างหน้า',
  'simulator.days.count': (count) => `${n(count)} วัน`,
  'simulator.from': 'เริ่มจาก',
  'simulator.from.now': 'ที่รู้ตอนนี้',
  'simulator.from.nothing': 'ยังไม่ได้เรียนเลย',
  'simulator.minutes': 'นาทีต่อวัน',
  'simulator.remembered': 'ข้อที่จำได้',
  'simulator.week': 'สัปดาห์',
  'simulator.way': (fresh, share) => `ใหม่ ${n(fresh)} ข้อ, ${share}`,
  'simulator.point': (name, day, value) => `${name}, ${day}: ${value}`,
  'simulator.cost': (to, from, minutes, less) =>
    less ? `${to} แทน ${from} **ประหยัดวันละ ${minutes} นาที**` : `${to} แทน ${from} **ใช้เพิ่มวันละ ${minutes} นาที**`,
  'simulator.costs.same': (to, from) => `${to} กับ ${from} **ใช้เวลาพอ ๆ กัน**`,
  'simulator.gain': (count, less) =>
    count === 0 ? 'และสุดท้ายจำได้เท่ากัน' : `และสุดท้ายจำได้**${less ? 'น้อยลง' : 'มากขึ้น'}** ${n(count)} ข้อ`,
  'simulator.level': (first, second) => `สุดท้ายจำได้ **${first}** กับ **${second}** ข้อ`,
  'simulator.rests': (known, fresh, pace) =>
    `คิดจากข้อที่กำลังเรียน ${n(known)} ข้อ ที่ยังไม่ได้เรียน ${n(fresh)} ข้อ และความเร็วจากคำตอบ ${n(pace)} ข้อ เป็นการสุ่มหนึ่งครั้ง วันจริงอาจมากหรือน้อยกว่า`,
} satisfies typeof enParameters;
