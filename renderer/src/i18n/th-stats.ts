import type { enStats } from './en-stats.ts';

const numbers = new Intl.NumberFormat('th-TH');
const n = (value: number) => numbers.format(value);

export const thStats = {
  'nav.stats': 'สถิติ',

  'chart.table': 'ตาราง',
  'chart.tableOf': (title: string) => `ตาราง: ${title}`,
  'chart.export': 'ส่งออก',
  'chart.exportOf': (title: string) => `ส่งออก: ${title}`,
  'chart.csv': 'ตัวเลข (CSV)',
  'chart.svg': 'ภาพ (SVG)',
  'chart.png': 'ภาพ (PNG)',
  'chart.exportFailed': 'สร้างภาพไม่สำเร็จ แต่ยังบันทึกตัวเลขได้',

  'stats.title': 'สถิติ',
  'stats.range': 'ย้อนหลัง',
  'stats.range.30d': '30 วัน',
  'stats.range.90d': '90 วัน',
  'stats.range.1y': '1 ปี',
  'stats.range.all': 'ทั้งหมด',
  'stats.scope': 'ขอบเขต',
  'stats.scope.all': 'ทุกวิชา',
  'stats.scope.searches': 'คำค้น',
  'stats.scope.lesson': (number: number, title: string) => `บทที่ ${n(number)} · ${title}`,
  'stats.answers': (count: number) => `${n(count)} คำตอบ`,
  'stats.questions': (count: number) => `${n(count)} ข้อ`,
  'stats.aDay': (date: string, count: number) => `${date}: ${n(count)} คำตอบ`,
  'stats.shareOf': (name: string, share: string, low: string, high: string, count: number) =>
    `${name}: ถูก ${share} จาก ${n(count)} คำตอบ ค่าจริงน่าจะอยู่ระหว่าง ${low} ถึง ${high}`,
  'stats.noShare': (name: string) => `${name}: ยังไม่มีคำตอบ`,
  'stats.hoursMinutes': (hours: number, minutes: number) =>
    hours > 0 ? `${n(hours)} ชม. ${minutes} น.` : `${minutes} นาที`,

  'stats.tile.answers': (on: number, of: number) => `คำตอบ ใน ${n(on)} จาก ${n(of)} วัน`,
  'stats.tile.time': (seconds: string) => `เวลาเรียน คำตอบละ ${seconds} วินาที`,
  'stats.tile.retention': (target: string) => `จำได้จริง เป้า ${target}`,
  'stats.tile.strong': 'ข้อที่จำได้เกิน 90\u00a0% วันนี้',
  'stats.tile.gain': 'เพิ่มจาก 30 วันก่อน',
  'stats.tile.loss': 'ลดจาก 30 วันก่อน',
  'stats.tile.same': 'เท่ากับ 30 วันก่อน',

  'stats.col.day': 'วัน',
  'stats.col.answers': 'คำตอบ',
  'stats.col.right': 'ถูก',
  'stats.col.minutes': 'นาที',
  'stats.col.cards': 'จำนวนข้อ',
  'stats.col.share': 'อัตราตอบถูก',
  'stats.col.low': 'ตั้งแต่ (90\u00a0%)',
  'stats.col.high': 'ถึง (90\u00a0%)',
  'stats.col.what': 'กลุ่ม',
  'stats.col.hour': 'ชั่วโมง',
  'stats.col.from': 'ตั้งแต่',
  'stats.col.to': 'ถึง',
  'stats.col.question': 'คำถาม',
  'stats.col.misses': 'ตอบผิด',
  'stats.col.predicted': 'ที่ทำนาย',
  'stats.col.lesson': 'บทเรียน',
  'stats.col.remembered': 'จำได้แล้ว',
  'stats.col.recall': 'จำได้วันนี้',
  'stats.col.dots': 'จุด',
  'stats.col.discrimination': 'อำนาจจำแนก',
  'stats.col.concerns': 'ควรดู',

  'stats.calendar': 'ปฏิทิน',
  'stats.calendar.finding': (on: number, of: number) => `คุณเรียน **${n(on)} จาก ${n(of)} วัน**`,
  'stats.calendar.since': (on: number, of: number, since: string) =>
    `คุณเรียน **${n(on)} จาก ${n(of)} วัน** ตั้งแต่ ${since}`,
  'stats.calendar.pause': (length: number, when: string) => `พักนานที่สุด ${n(length)} วัน คือ ${when}`,
  'stats.less': 'น้อย',
  'stats.more': 'มาก',

  'stats.work': 'จำนวนคำตอบ',
  'stats.work.finding': (perDay: string, most: number, when: string) =>
    `วันที่เรียน คุณตอบ**วันละ ${perDay} ครั้ง** มากที่สุด ${n(most)} ครั้ง เมื่อ ${when}`,
  'stats.maturity.new': 'ใหม่',
  'stats.maturity.learning': 'กำลังเรียน',
  'stats.maturity.relearning': 'เรียนซ้ำ',
  'stats.maturity.young': 'เริ่มจำ',
  'stats.maturity.mature': 'จำนาน',
  'stats.maturity.other': 'ฝึก',
  'stats.maturity.note.learning': 'ยังอยู่ในขั้นเรียน',
  'stats.maturity.note.young': 'ไม่ถึง 21 วัน',
  'stats.maturity.note.mature': '21 วันขึ้นไป',

  'stats.time': 'เวลา',
  'stats.time.finding': (minutes: number, total: string) => `วันที่เรียนใช้**วันละ ${n(minutes)} นาที** รวม ${total}`,
  'stats.time.bar': (when: string, minutes: number) => `${when}: ${n(minutes)} นาที`,

  'stats.forecast': 'พยากรณ์',
  'stats.forecast.finding': (perDay: string, span: number, minutes: number) =>
    `อีก ${n(span)} วันข้างหน้ามีราว**วันละ ${perDay} ข้อ** ${n(minutes)} นาที เท่าที่รู้ในตอนนี้`,
  'stats.forecast.overdue': (count: number) => `ค้างอยู่ ${n(count)} ข้อซึ่งจะมาก่อน`,
  'stats.forecast.none': 'ไม่มีข้อค้าง',
  'stats.forecast.today': 'ถึงกำหนดวันนี้',
  'stats.forecast.later': 'ภายหลัง',
  'stats.forecast.late': 'ค้าง',
  'stats.forecast.lateCount': (count: number) => `ค้าง ${n(count)}`,
  'stats.forecast.span': 'ล่วงหน้า',
  'stats.forecast.days': (count: number) => `${n(count)} วัน`,
  'stats.today': 'วันนี้',

  'stats.retention': 'จำได้จริง',
  'stats.retention.above': (share: string, target: string) =>
    `คุณจำได้**ดีกว่าเป้า** คือ ${share} ของข้อที่เรียนแล้ว เป้า ${target}`,
  'stats.retention.on': (share: string, target: string) => `คุณจำได้**ตามเป้า** คือ ${share} ของข้อที่เรียนแล้ว เป้า ${target}`,
  'stats.retention.below': (share: string, target: string) =>
    `คุณจำได้**ต่ำกว่าเป้า** คือ ${share} ของข้อที่เรียนแล้ว เป้า ${target}`,
  'stats.target': (target: string) => `เป้า ${target}`,
  'stats.interval': 'เส้น: ช่วงความเชื่อมั่น 90\u00a0%',

  'stats.calibration': 'ความเที่ยงของการทำนาย',
  'stats.calibration.finding': (predicted: string, right: string) => `เมื่อจำได้ทำนาย ${predicted} คุณตอบถูก **${right}**`,
  'stats.calibration.better': (loss: string, mean: string, moving: string) =>
    `แม่นกว่าการเดาง่าย ๆ ทั้งสองแบบ: log loss **${loss}** เทียบกับ ${mean} และ ${moving}`,
  'stats.calibration.worse': (loss: string, mean: string, moving: string) =>
    `การเดาง่าย ๆ ยังแม่นกว่า: log loss **${loss}** เทียบกับ ${mean} และ ${moving} พารามิเตอร์ของคุณเองอาจช่วยได้`,
  'stats.calibration.same': (loss: string, mean: string, moving: string) =>
    `ยังไม่แม่นกว่าการเดาง่าย ๆ: log loss **${loss}** เทียบกับ ${mean} และ ${moving}`,
  'stats.calibration.too-few': 'คำตอบยังน้อยเกินกว่าจะเทียบกับการเดาง่าย ๆ',
  'stats.predictor.schedule': 'จำได้',
  'stats.predictor.mean': 'ค่าเฉลี่ยของคุณที่ผ่านมา',
  'stats.predictor.moving': '100 คำตอบล่าสุดของคุณ',
  'stats.calibration.perfect': 'ตรงพอดี',
  'stats.calibration.right': 'ตอบถูก',
  'stats.calibration.predicted': 'ทำนาย',
  'stats.calibration.point': (predicted: string, right: string, count: number) =>
    `ทำนาย ${predicted}: ถูก ${right} จาก ${n(count)} คำตอบ`,
  'stats.calibration.schedule': (rmse: string, auc: string) => `จำได้ · RMSE ${rmse} · AUC ${auc}`,

  'stats.sureness': 'แน่ใจหรือไม่',
  'stats.sureness.knows': (inHundred: string, wrong: number) =>
    `คุณรู้ว่าตัวเองรู้อะไร ตอบอย่างแน่ใจถูก **${inHundred} ใน 100** ครั้ง แน่ใจแต่ผิด ${n(wrong)} ครั้ง`,
  'stats.sureness.unclear': (inHundred: string, wrong: number) =>
    `ตอบอย่างแน่ใจถูก **${inHundred} ใน 100** ครั้ง แทบไม่ต่างจากข้ออื่น แน่ใจแต่ผิด ${n(wrong)} ครั้ง`,
  'stats.said.sure': 'บอกว่าแน่ใจ',
  'stats.said.nothing': 'ไม่ได้บอก',
  'stats.said.unsure': 'บอกว่าไม่แน่ใจ',

  'stats.hardest': 'ข้อที่ยากที่สุด',
  'stats.hardest.finding': (judged: number) => `อัตราตอบถูกต่ำสุดใน **${n(judged)} ข้อ** ที่ตอบมาแล้วสี่ครั้งขึ้นไป`,
  'stats.hardest.misses': (count: number) => `ผิด ${n(count)} ครั้ง`,
  'stats.hardest.ask': (count: number) => `ถาม ${n(count)} ข้อนี้`,

  'stats.hours': 'ตามชั่วโมง',
  'stats.hours.finding': (best: string, share: string, worst: string, low: string) =>
    `ดีที่สุดช่วง **${best}** ถูก ${share} ส่วนช่วง ${worst} ถูก ${low}`,
  'stats.hours.even': 'ไม่มีชั่วโมงใดเด่นชัด ความต่างอาจเป็นเรื่องบังเอิญ',
  'stats.hours.bar': (hour: string, count: number) => `${hour}: ${n(count)} คำตอบ`,
  'stats.hours.barShare': (hour: string, count: number, share: string) =>
    `${hour}: ${n(count)} คำตอบ ข้อที่เรียนแล้วถูก ${share}`,
  'stats.hours.right': 'ตอบถูก เฉพาะข้อที่เรียนแล้ว',

  'stats.intervals': 'ระยะห่าง',
  'stats.intervals.finding': (median: string) => `ครึ่งหนึ่งของข้อทั้งหมดกลับมาถามเมื่อผ่านไป **${median} วัน**ขึ้นไป`,
  'stats.stability': 'ความคงทน',
  'stats.stability.finding': (median: string) =>
    `ครึ่งหนึ่งของความจำอยู่ได้ **${median} วัน**ขึ้นไป ก่อนที่โอกาสจำได้จะลดเหลือ 90\u00a0%`,
  'stats.difficulty': 'ความยาก',
  'stats.difficulty.finding': (mean: string) => `เฉลี่ย **${mean} จาก 10** คือความจำนั้นทำให้อยู่นานขึ้นได้ยากแค่ไหน`,
  'stats.recall': 'จำได้วันนี้',
  'stats.recall.finding': (share: string, count: number) =>
    `ถ้าถามตอนนี้ คุณจะตอบได้ **${share}** ของ ${n(count)} ข้อที่เคยตอบ`,
  'stats.bin': (from: string, to: string) => `${from} ถึง ${to}`,
  'stats.binAndMore': (from: string) => `${from} ขึ้นไป`,
  'stats.binCount': (bin: string, count: number) => `${bin}: ${n(count)} ข้อ`,

  'stats.grades': 'ตามระดับ',
  'stats.grades.finding': (inHundred: string) => `คำตอบของข้อที่เรียนแล้ว ลืมไป **${inHundred} ใน 100** ครั้ง`,
  'stats.grades.none': 'ยังไม่มีข้อที่เรียนแล้วถูกถามอีก',
  'stats.grades.bar': (what: string, counts: string) => `${what}: ${counts}`,

  'stats.kinds': 'ตามชนิดคำถาม',
  'stats.kinds.finding': (kind: string, share: string) => `ชนิดที่ยากที่สุดคือ**${kind}** ถูก ${share}`,
  'stats.kind.other': 'ไม่อยู่ในคลังแล้ว',

  'stats.added': 'ข้อที่เพิ่ม',
  'stats.added.finding': (count: number, on: number) => `มีข้อใหม่ **${n(count)} ข้อ** ใน ${n(on)} วัน`,
  'stats.added.none': 'ไม่มีข้อใหม่ในช่วงนี้',
  'stats.addedBar': (when: string, count: number) => `${when}: ${n(count)} ข้อ`,

  'stats.mastery': 'บทเรียน',
  'stats.mastery.finding': (remembered: number, all: number, done: number) =>
    `**${n(remembered)} จาก ${n(all)} ข้อ** พ้นขั้นเรียนแล้ว เรียนรู้แล้ว ${n(done)} บท คือทุกข้อตอบถูกในสามวัน`,
  'stats.mastery.row': (introduced: number, all: number) => `ถามแล้ว ${n(introduced)} จาก ${n(all)} ข้อ`,
  'stats.mastery.recall': (share: string) => `จำได้ ${share}`,
  'stats.mastery.dots': (dots: number) => `ทุกข้อตอบถูก ${dots} จาก 3 วัน`,
  'stats.mastery.topics': (title: string) => `หัวข้อของ${title}`,

  'stats.items': 'คุณภาพของคำถาม',
  'stats.items.finding': (found: number, judged: number) =>
    `**${n(found)} จาก ${n(judged)} ข้อ** ที่มีคำตอบมากพอ ควรกลับไปดู`,
  'stats.items.many': (found: number, judged: number) =>
    `**${n(found)} ข้อขึ้นไปจาก ${n(judged)} ข้อ** ที่มีคำตอบมากพอ ควรกลับไปดู`,
  'stats.items.none': (judged: number) => `ไม่มีข้อใดผิดปกติใน **${n(judged)} ข้อ** ที่มีคำตอบมากพอ`,
  'stats.concern.too-easy': 'ถูกแทบทุกครั้ง',
  'stats.concern.too-hard': 'ผิดเป็นส่วนมาก',
  'stats.concern.against-the-grain': 'ถูกในวันที่ข้ออื่นผิด',
  'stats.concern.idle-options': (options: string) => `ไม่เคยเลือก ${options}`,
  'stats.items.facility': (share: string, count: number) => `${share} จาก ${n(count)} ครั้ง`,
  'stats.items.more': (count: number) => `แสดงอีก ${n(count)} ข้อ`,

  'stats.empty.none': 'ยังไม่มีอะไรให้นับ คำตอบแรกของคุณจะอยู่ที่นี่',
  'stats.empty.go': 'ไปที่บทเรียน',
  'stats.empty.some': (count: number) => `ตอนนี้มี ${n(count)} คำตอบ กราฟจะขึ้นเมื่อมีข้อมูลพอให้เชื่อได้`,
  'stats.later': 'กราฟที่จะมาทีหลัง',
  'stats.later.have': (have: number, want: number) => `${n(have)} / ${n(want)}`,
  'stats.later.tomorrow': 'พรุ่งนี้',
  'stats.later.inDays': (count: number) => `ราว ${n(count)} วัน`,
  'stats.later.inWeeks': (count: number) => `ราว ${n(count)} สัปดาห์`,
  'stats.need.days': (want: number) => `เมื่อมีคำตอบครบ ${n(want)} วัน`,
  'stats.need.answers': (want: number) => `เมื่อมี ${n(want)} คำตอบ`,
  'stats.need.known': (want: number) => `เมื่อมี ${n(want)} คำตอบของข้อที่กลับมาถามอีก`,
  'stats.need.cards': (want: number) => `เมื่อมี ${n(want)} ข้ออยู่ในการทบทวน`,
  'stats.need.repeated': (want: number) => `เมื่อมี ${n(want)} ข้อที่ตอบแล้วสี่ครั้งขึ้นไป`,
  'stats.need.said': (want: number) => `เมื่อคุณบอกว่าแน่ใจหรือไม่แน่ใจครบ ${n(want)} ครั้ง`,
} satisfies { [K in keyof typeof enStats]: (typeof enStats)[K] };
