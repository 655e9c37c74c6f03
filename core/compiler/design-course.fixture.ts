import { createCourseFolder, type CourseFolder } from './course.fixture.ts';

/** The small course, held to the rules of design: two lessons of four questions, nothing wrong with them. */
const TIME = `{ th: ตามเนื้อหา ราว พ.ศ. 2562, en: 'as the source stood, about 2019' }`;
const GOALS = `goals: { aboveRecall: 50, produced: 50, cases: 4, days: [1992-05-15], time: ${TIME} }\nlessons:`;
const NAMES = `- { id: northland, kind: state, th: [รัฐเหนือ], en: [Northland] }
- { id: bigport, kind: place, in: northland, th: [เมืองท่าใหญ่], en: [Bigport] }
- { id: vanek, kind: person, th: [วาเนก], en: [Vanek], given: { th: [ปีเตอร์], en: [Peter] } }
`;
const COMMON = `section: the-river
  evidence: [p001]`;

const FIRST = `- id: bg-mouth
  kind: typed
  level: recall
  ${COMMON}
  prompt: { th: แม่น้ำของรัฐเหนือไหลลงทะเลที่เมืองใด, en: 'At which town does the river of Northland reach the sea?' }
  accept: { name: bigport }
  explanation: { th: ปากแม่น้ำกว้างพอให้เรือเดินสมุทรเข้าถึงได้ตลอดปี, en: 'The mouth is wide enough for ships in every season.' }
- id: bg-keeper
  kind: choice
  level: understand
  ${COMMON}
  prompt: { th: เหตุใดรัฐเหนือจึงขุดลอกแม่น้ำทุกปี, en: 'Why does Northland dredge the river again each year?' }
  options:
    - { th: เพราะตะกอนทับถม, en: 'Because silt settles in it', right: true }
    - { th: เพราะเรือจมอยู่มาก, en: 'Because many wrecks lie there', why: { th: เนื้อหาไม่ได้พูดถึงเรือจม, en: 'No wreck is spoken of.' } }
    - { th: เพราะกฎหมายบังคับไว้นานแล้ว, en: 'Because an old law wants it so', why: { th: กฎหมายพูดถึงการเดินเรือ, en: 'The law is about pilots.' } }
  explanation: { th: น้ำที่ไหลช้าลงทิ้งตะกอนไว้ ร่องน้ำจึงตื้นขึ้นเรื่อย ๆ, en: 'Water that slows down drops its silt and so the channel fills.' }
- id: bg-flood-case
  kind: card
  level: apply
  ${COMMON}
  prompt: { th: รัฐ ก อยากตั้งโรงสีริมแม่น้ำที่น้ำท่วมทุกปี ควรถามอะไรก่อน, en: 'State X wants a mill on a bank that floods each year. What should it ask first?' }
  back: { th: น้ำขึ้นสูงเท่าใด, en: 'how high the water rises' }
  explanation: { th: ระดับน้ำบอกว่าพื้นโรงสีต้องอยู่สูงแค่ไหน, en: 'The level says how high the floor of the mill must be.' }
- id: bg-claim-case
  kind: typed
  level: judge
  ${COMMON}
  passage: p002
  prompt: { th: อ่านข้อความที่แสดงแล้ว ริมน้ำมีสิ่งใดตั้งอยู่ ตอบคำเดียว, en: 'Read the passage shown. What stands on the bank (one word)?' }
  accept: { th: [ชุมชน], en: [settlements] }
  explanation: { th: ข้อความให้เพียงเท่านี้ จะเขียนมากกว่านี้ไม่ได้, en: 'The passage gives no more than this, so write no more.' }
`;

const SECOND = `- id: lt-opened
  kind: date
  level: recall
  ${COMMON}
  prompt: { th: สะพานของรัฐเหนือเปิดใช้เมื่อใด (วัน เดือน ปี), en: 'When was the bridge of Northland opened (day, month, year)?' }
  answer: 1992-05-15
  explanation: { th: ก่อนหน้านั้นคนข้ามฟากด้วยแพ, en: 'Before that people crossed the water on a raft.' }
- id: lt-pilot
  kind: typed
  level: recall
  ${COMMON}
  prompt: { th: ใครเป็นผู้นำร่องคนแรกของรัฐเหนือ, en: 'Who was the first harbour pilot of Northland?' }
  accept: { name: vanek }
  explanation: { th: เขาทำแผนที่ร่องน้ำด้วยมือของตนเอง, en: 'He drew the chart of the channel with his own hand.' }
- id: lt-raft-case
  kind: card
  level: apply
  ${COMMON}
  prompt: { th: รัฐ ข มีแพเพียงลำเดียวและมีคนป่วยรอข้ามฟาก ควรจัดลำดับอย่างไร, en: 'State Y has one raft only and a sick traveller waits. How should it order the crossings?' }
  back: { th: ให้คนป่วยข้ามก่อน, en: 'the sick one goes first' }
  explanation: { th: ผู้ที่รอไม่ได้ต้องมาก่อนผู้ที่รอได้, en: 'Those who can not wait come before those who can.' }
- id: lt-toll-case
  kind: card
  level: judge
  ${COMMON}
  prompt: { th: เนื้อหาบอกว่าค่าผ่านทาง "ยุติธรรม" จะเขียนคำนี้ในรายงานได้อย่างไร, en: 'The source calls the toll "fair". How may you use this word in a report?' }
  back: { th: ใช้ได้เมื่อบอกว่าเป็นคำของใคร, en: 'only with the name of its speaker' }
  explanation: { th: คำตัดสินต้องมีเจ้าของเสมอ ไม่ใช่ข้อเท็จจริง, en: 'A verdict always needs an owner and is never a fact.' }
`;

export function createDesignCourse(): CourseFolder {
  const folder = createCourseFolder();
  folder.change('course.yaml', 'lessons:', GOALS);
  folder.write('names.yaml', NAMES);
  folder.write('lessons/01-begin/questions.yaml', FIRST);
  folder.write('lessons/02-later/questions.yaml', SECOND);
  return folder;
}
