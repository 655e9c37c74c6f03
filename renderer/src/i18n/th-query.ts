import type { enQuery } from './en-query.ts';

export const thQuery = {
  'query.fault.unclosed-quote': 'เครื่องหมายคำพูดนี้ยังไม่ได้ปิด ขาด " อีกตัว',
  'query.fault.unclosed-parenthesis': 'วงเล็บนี้ยังไม่ได้ปิด ขาด )',
  'query.fault.unopened-parenthesis': 'วงเล็บนี้ไม่มีวงเล็บเปิด',
  'query.fault.missing-term': 'ตรงนี้ต้องมีคำหรือตัวกรอง',
  'query.fault.missing-value': 'ตรงนี้ต้องบอกว่าจะหาอะไร',
  'query.fault.unknown-state': 'ไม่รู้จักสถานะนี้ ใช้ due, new, learning, review, suspended, buried, leech, marked หรือ tagged',
  'query.fault.unknown-kind':
    'ไม่รู้จักชนิดคำถามนี้ ใช้ card, cloze, choice, choices, typed, number, date, order, match หรือ label',
  'query.fault.unknown-property': 'ไม่รู้จักค่านี้ ใช้ s, d, r, ivl, lapses หรือ reps',
  'query.fault.missing-comparison': 'ตรงนี้ต้องมีเครื่องหมายเปรียบเทียบ: <, <=, >, >=, = หรือ !=',
  'query.fault.not-a-number': 'ตรงนี้ต้องเป็นตัวเลข',
  'query.fault.out-of-range': 'ตัวเลขนี้ใช้ตรงนี้ไม่ได้',
  'query.fault.too-deep': 'วงเล็บหรือเครื่องหมายลบซ้อนกันมากเกินไป',
} satisfies { readonly [K in keyof typeof enQuery]: string };
