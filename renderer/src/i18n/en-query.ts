import type { QueryFault } from '../../../core/domain/query/query.ts';

/** What is wrong at a place of a query, and what is expected there. A fault without words does not compile. */
export const enQuery = {
  'query.fault.unclosed-quote': 'This quotation mark is never closed: another " is missing.',
  'query.fault.unclosed-parenthesis': 'This parenthesis is never closed: a ) is missing.',
  'query.fault.unopened-parenthesis': 'This parenthesis was never opened.',
  'query.fault.missing-term': 'A word or filter is expected here.',
  'query.fault.missing-value': 'Something to look for is expected here.',
  'query.fault.unknown-state':
    'Not a state: due, new, learning, review, suspended, buried, leech, marked or tagged is expected.',
  'query.fault.unknown-kind':
    'Not a kind of question: card, cloze, choice, choices, typed, number, date, order, match or label is expected.',
  'query.fault.unknown-property': 'Not a figure: s, d, r, ivl, lapses or reps is expected.',
  'query.fault.missing-comparison': 'A comparison is expected here: <, <=, >, >=, = or !=.',
  'query.fault.not-a-number': 'A number is expected here.',
  'query.fault.out-of-range': 'This number is not possible here.',
  'query.fault.too-deep': 'Too many parentheses or minus signs within each other.',
} satisfies Record<`query.fault.${QueryFault}`, string>;
