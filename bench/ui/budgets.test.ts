import { describe, expect, it } from 'vitest';
import { BUDGETS, verdictsOf } from './budgets.ts';

describe('verdictsOf', () => {
  it('says of each budget whether it is kept, at the limit too', () => {
    expect(verdictsOf({ ...BUDGETS, nextCardP50Ms: 900 })).toMatchObject({ nextCardP95MsMet: true, allMet: true });
    const slow = verdictsOf({ ...BUDGETS, 'view.glossary.P95Ms': 100.1 });
    expect(slow).toMatchObject({ 'view.glossary.P95MsMet': false, 'view.course.P95MsMet': true, allMet: false });
  });

  it('does not call a budget kept for which nothing was measured', () => {
    expect(() => verdictsOf({ ...BUDGETS, heapRatio: undefined } as never)).toThrow(/heapRatio/);
  });
});
