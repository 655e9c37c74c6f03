import type { en } from './en.ts';
import { thBrowser } from './th-browser.ts';
import { thBrowserHelp } from './th-browser-help.ts';
import { thData } from './th-data.ts';
import { thDevices } from './th-devices.ts';
import { thEditor } from './th-editor.ts';
import { thErrors } from './th-errors.ts';
import { thImport } from './th-import.ts';
import { thLibrary } from './th-library.ts';
import { thMemory } from './th-memory.ts';
import { thWhy } from './th-why.ts';
import { thFace } from './th-face.ts';
import { thExam } from './th-exam.ts';
import { thAuthoring } from './th-authoring.ts';
import { thNoteTypes } from './th-note-types.ts';
import { thOcclusion } from './th-occlusion.ts';
import { thPlan } from './th-plan.ts';
import { thQuestion } from './th-question.ts';
import { thPictures } from './th-pictures.ts';
import { thReader } from './th-reader.ts';
import { thReference } from './th-reference.ts';
import { thOptions } from './th-options.ts';
import { thSearch } from './th-search.ts';
import { thSettings } from './th-settings.ts';
import { thParameters } from './th-parameters.ts';
import { thQuery } from './th-query.ts';
import { thStats } from './th-stats.ts';

const numbers = new Intl.NumberFormat('th-TH');
const n = (value: number) => numbers.format(value);

/** Thai. A missing key, one too many or another parameter does not compile. */
export const th = {
  ...thErrors,
  ...thEditor,
  ...thNoteTypes,
  ...thAuthoring,
  ...thOcclusion,
  ...thExam,
  ...thFace,
  ...thData,
  ...thDevices,
  ...thPictures,
  ...thReader,
  ...thReference,
  ...thQuestion,
  ...thSearch,
  ...thSettings,
  ...thOptions,
  ...thLibrary,
  ...thImport,
  ...thMemory,
  ...thPlan,
  ...thWhy,
  ...thStats,
  ...thParameters,
  ...thQuery,
  ...thBrowser,
  ...thBrowserHelp,
  'app.name': 'จำได้',
  'app.tagline': 'Jamdai',
  'app.skip': 'ข้ามไปยังเนื้อหา',

  'nav.label': 'เมนูหลัก',
  'nav.today': 'วันนี้',
  'nav.course': 'บทเรียน',
  'nav.review': 'ทบทวน',
  'nav.settings': 'ตั้งค่า',

  'state.loading': 'กำลังโหลด …',
  'state.retry': 'ลองอีกครั้ง',
  'state.close': 'ปิด',

  'connection.lost': 'ติดต่อจำได้ไม่ได้',
  'connection.todo': 'ไม่มีอะไรสูญหาย ระบบจะลองใหม่เอง ถ้ายังไม่หายให้เปิดจำได้ใหม่',
  'connection.retry': 'ลองเดี๋ยวนี้',
  'connection.back': 'ติดต่อได้แล้ว',
  'notice.torn-line-cut': (_count: number) =>
    'รายการสุดท้ายขาดไปเพราะโปรแกรมหยุดกะทันหัน และแยกเก็บไว้แล้ว รายการก่อนหน้านั้นอยู่ครบ',
  'notice.lines-quarantined': (count: number) => `แยกรายการที่เสียหาย ${n(count)} รายการเก็บไว้ ไม่ได้ลบ ส่วนที่อ่านได้อยู่ครบ`,
  'notice.snapshot-rebuilt': (_count: number) => 'ข้อมูลสรุปความก้าวหน้าเสียหาย จึงสร้างใหม่จากบันทึก ไม่มีอะไรหายไป',
  'notice.incoming-missing': (count: number) =>
    `ไฟล์จากการรวมหรือกู้คืนข้อมูล ${n(count)} ไฟล์มาไม่ถึงที่ ส่วนที่เหลือแยกเก็บไว้แล้ว กรุณารวมหรือกู้คืนอีกครั้ง`,
  'notice.clock-went-back': (_count: number) => 'นาฬิกาของเครื่องช้ากว่าคำตอบล่าสุดของคุณ กรุณาตรวจวันที่และเวลา',

  'today.title': 'วันนี้',
  'today.welcomeBack': (studied: number, away: number) =>
    `ยินดีต้อนรับกลับมา หลังจาก ${n(away)} วัน ${n(studied)} วันที่เคยเรียนยังอยู่ครบ ไม่มีอะไรหายไป`,
  'today.studied': (days: number) => `เรียนมาแล้ว ${n(days)} วัน`,
  'today.streak': (days: number) => (days === 0 ? 'ยังไม่มีวันเรียนต่อเนื่อง ตอบสักข้อเพื่อเริ่ม' : `เรียนต่อเนื่อง ${n(days)} วัน`),
  'today.start': 'เริ่มทบทวน',
  'today.resume': 'ทบทวนต่อ',
  'today.nothing': 'ไม่มีข้อที่ถึงกำหนด',
  'today.nothingYet': 'ยังไม่มีอะไรให้ทบทวน อ่านบทเรียนก่อน แล้วคำถามจะมาที่นี่',
  'today.limit': 'ครบจำนวนของวันนี้แล้ว ที่เหลือรอไว้พรุ่งนี้',
  'today.nextDue': (when: string) => `ข้อถัดไปจะมา${when}`,
  'today.doneToday': (count: number, share: string) => `วันนี้ตอบ ${n(count)} ข้อ ถูก ${share}`,
  'today.read': (number: number) => `อ่านบทที่ ${n(number)}`,
  'today.courses': 'หลักสูตรของฉัน',
  'today.heat': 'ครึ่งปีที่ผ่านมา',
  'today.welcome': 'ยินดีต้อนรับสู่จำได้',
  'today.welcomeText': 'อ่านตอนสั้น ๆ ตอบคำถามสักข้อสองข้อ แล้วจำได้จะถามอีกครั้งก่อนที่คุณจะลืม ทุกอย่างเก็บไว้ในเครื่องนี้เท่านั้น',
  'today.firstLesson': (number: number) => `เริ่มบทที่ ${n(number)}`,
  'today.firstNote': (title: string) => `${title} · คำถามแรกมาภายในสองนาที`,
  'today.lesson': (number: number, title: string) => `บทที่ ${n(number)} · ${title}`,
  'today.allRead': 'อ่านครบทุกบทแล้ว',
  'today.noCourses': 'ยังไม่มีหลักสูตรในคลัง',

  'heat.summary': (reviews: number, days: number) => `ตอบ ${n(reviews)} ข้อ ใน ${n(days)} วัน`,
  'heat.day': (date: string, reviews: number) => `${date}: ${n(reviews)} ข้อ`,
  'heat.less': 'น้อย',
  'heat.more': 'มาก',

  'progress.recall': (today: string, week: string, month: string) =>
    `วันนี้จำได้ ${today} ถ้าไม่ทบทวนจะเหลือ ${week} ในหนึ่งสัปดาห์ ${month} ในหนึ่งเดือน`,

  'course.title': 'บทเรียน',
  'course.sub': (lessons: number, questions: number) => `${n(lessons)} บท · ${n(questions)} คำถาม`,
  'course.choose': 'หลักสูตรของฉัน',
  'course.state.new': 'ใหม่',
  'course.state.reading': (read: number, all: number) => `อ่านแล้ว ${n(read)} จาก ${n(all)} ตอน`,
  'course.state.read': 'อ่านแล้ว',
  'course.objectives': 'จุดประสงค์',
  'course.showObjectives': (title: string) => `จุดประสงค์ของบท ${title}`,
  'course.waits': (numbers: string) => `ถามเมื่อจำบทที่ ${numbers} ได้`,
  'course.openNow': 'เปิดเลยก็ได้',
  'course.openNowLabel': (number: number) => `เปิดคำถามของบทที่ ${n(number)} เลย`,
  'course.readLesson': (number: number) => `อ่านบทที่ ${n(number)}`,
  'course.practise': 'ถามคำถามของบทนี้',

  'lesson.top': (number: number, section: number, sections: number) =>
    `บทที่ ${n(number)} · ตอน ${n(section)} จาก ${n(sections)}`,
  'lesson.number': (number: number) => `บทที่ ${n(number)}`,
  'lesson.minutesLeft': (minutes: number) => `เหลือราว ${n(minutes)} นาที`,
  'lesson.contents': 'ในบทนี้',
  'lesson.sectionRead': 'อ่านแล้ว',
  'lesson.inlineTask': (task: string) => `ลองตอบก่อนอ่านต่อ · ${task}`,
  'lesson.inlineAgain': 'เคยตอบแล้ว ข้อนี้จะกลับมาในการทบทวน',
  'lesson.continue': 'อ่านต่อ',
  'lesson.finish': 'จบบทเรียน',
  'lesson.previous': 'ย้อนกลับ',
  'lesson.finished': (number: number) => `จบบทที่ ${n(number)} แล้ว`,
  'lesson.takeAway': 'สิ่งที่ควรจำ',
  'lesson.introduced': (count: number) =>
    count === 0 ? 'คำถามของบทนี้อยู่ในการทบทวนแล้ว' : `เพิ่ม ${n(count)} คำถามเข้าการทบทวนแล้ว`,
  'lesson.waiting': (numbers: string) => `คำถามใหม่ของบทนี้จะถามเมื่อจำบทที่ ${numbers} ได้`,
  'lesson.reviewNow': 'ทบทวนเลย',
  'lesson.nextLesson': 'บทถัดไป',
  'lesson.readAgain': 'อ่านอีกครั้ง',
  'lesson.backToReview': 'กลับไปทบทวนต่อ',
  'lesson.source': (ids: string) => `แหล่งที่มา ${ids}`,
  'lesson.term': (term: string) => `${term}: ความหมาย`,

  'review.title': 'ทบทวน',
  'review.progress': (done: number, all: number) => `${n(done)} / ${n(all)}`,
  'review.repeats': (count: number) => `กลับมาอีก ${n(count)} ข้อ`,
  'review.progressLabel': (done: number, all: number) => `ทำแล้ว ${n(done)} จาก ${n(all)}`,
  'review.undo': 'เลิกทำ',
  'review.nothingToUndo': 'ไม่มีอะไรให้เรียกคืน',
  'review.suspend': 'พักไว้',
  'review.suspendLabel': 'พักข้อนี้ไว้',
  'review.suspended': 'พักข้อนี้ไว้แล้ว กดเลิกทำเพื่อเรียกกลับมา',
  'review.keys': 'ปุ่มลัด',
  'practice.title': 'ฝึก',
  'practice.note': 'ฝึกได้มากเท่าที่ต้องการ ไม่เปลี่ยนวันที่ทบทวน',
  'practice.start': 'ฝึก',
  'practice.lesson': (number: number) => `ฝึกบทที่ ${n(number)}`,
  'review.leave': 'ออก',
  'review.last': (grade: string, when: string) => `${grade} · พบอีกครั้ง${when}`,
  'review.gone': 'บัตรนั้นไม่อยู่ในคลังแล้ว คำตอบของคุณยังเก็บไว้',
  'review.moved': 'ข้อนี้ตอบไปแล้ว นี่คือข้อถัดไป',
  'question.newDay': 'ขึ้นวันใหม่แล้ว ช่วงเวลาทบทวนจึงเปลี่ยนไป กรุณาให้คะแนนอีกครั้ง',
  'review.restarted': 'รอบก่อนสิ้นสุดแล้ว จึงเริ่มรอบใหม่ คำตอบของคุณยังอยู่ครบ',
  'review.nothing': 'ตอนนี้ไม่มีข้อที่ถึงกำหนด',
  'review.why.no-cards': 'ที่นี่ไม่มีคำถาม',
  'review.why.no-match': 'ไม่มีคำถามที่ตรงกับที่เลือก',
  'review.why.given-away': 'คำถามที่เหลือจะเฉลยคำตอบของข้อที่ทำวันนี้ จึงจะกลับมาพรุ่งนี้',
  'review.why.later-today': 'ข้อที่กำลังจำจะกลับมาในอีกสักครู่ของวันนี้',
  'review.why.limit-reached': 'ครบจำนวนของวันนี้แล้ว ที่เหลือรอวันพรุ่งนี้',
  'review.why.all-hidden': 'ข้อที่มีถูกพักหรือเลื่อนไว้ทั้งหมด',
  'review.why.waits': 'คำถามใหม่รอให้จำบทก่อนหน้าได้ก่อน',
  'review.why.not-introduced': 'ยังไม่ได้อ่านบทเรียน อ่านแล้วคำถามจะมาที่นี่',
  'review.why.nothing-new': 'เรียนครบทุกข้อแล้ว คำถามจะกลับมาเอง จะฝึกเมื่อไรก็ได้',
  'review.why.vacation': 'ตอนนี้เป็นช่วงหยุดพัก ยังไม่มีข้อถึงกำหนดจนกว่าจะครบวันหยุด',
  'review.why.nothing-due': 'ทุกข้อจะกลับมาในวันอื่น',

  'evidence.more': (count: number) => `+ อีก ${n(count)} ย่อหน้า`,
  'evidence.moreLabel': (count: number) => `แสดงอีก ${n(count)} ย่อหน้า`,
  'evidence.label': 'หลักฐาน',
  'evidence.read': 'อ่านตอนนี้ในบทเรียน',
  'evidence.readIn': (heading: string) => `อ่านตอน “${heading}” ในบทเรียน`,

  'due.next': (when: string) => `พบอีกครั้ง${when}`,
  'due.now': 'ทันที',
  'due.soon': 'ในไม่ถึงหนึ่งนาที',
  'due.on': (words: string, date: string) => `${words} · ${date}`,

  'span.minutes': (v: string) => `${v} นาที`,
  'span.hours': (v: string) => `${v} ชั่วโมง`,
  'span.days': (v: string) => `${v} วัน`,
  'span.months': (v: string) => `${v} เดือน`,
  'span.years': (v: string) => `${v} ปี`,

  'summary.title': 'ครบแล้วสำหรับตอนนี้',
  'summary.said': (answered: number, right: string) => `ครบแล้วสำหรับตอนนี้ ตอบ ${n(answered)} ข้อ ถูก ${right}`,
  'summary.time': 'เวลา',
  'summary.minutes': (minutes: string) => `${minutes} นาที`,
  'summary.seconds': (seconds: number) => `${n(seconds)} วินาที`,
  'summary.missed': 'ควรดูอีกครั้ง',
  'summary.tomorrow': (count: number) => `ถึงสิ้นวันพรุ่งนี้มี ${n(count)} ข้อถึงกำหนด`,
  'summary.toToday': 'กลับหน้าวันนี้',
} satisfies { [K in keyof typeof en]: (typeof en)[K] };
