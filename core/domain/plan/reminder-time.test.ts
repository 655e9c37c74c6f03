import { describe, expect, it } from 'vitest';
import { reminderBetween } from './reminder-time.ts';

const bangkok = () => 420;
const at = (text: string) => Date.parse(text);
/** Berlin: summer time ends on 2026-10-25 at 01:00 UTC, and began on 2026-03-29 at 01:00 UTC. */
const berlin = (when: number) => (when >= at('2026-03-29T01:00Z') && when < at('2026-10-25T01:00Z') ? 120 : 60);

describe('a reminder', () => {
  it('comes when a chosen hour begins, and not before or again after it', () => {
    const asked = (from: string, to: string) =>
      reminderBetween(at(`2026-11-23T${from}+07:00`), at(`2026-11-23T${to}+07:00`), [19], bangkok);
    expect(asked('18:58', '18:59')).toBeNull();
    expect(asked('18:59', '19:00')).toBe('20780/19');
    expect(asked('18:30', '19:20')).toBe('20780/19');
    expect(asked('19:00', '19:30')).toBeNull();
  });

  it('is for the last of several hours that were slept through, and only for two hours', () => {
    const asked = (to: string) =>
      reminderBetween(at('2026-11-23T06:00+07:00'), at(`2026-11-23T${to}+07:00`), [7, 8], bangkok);
    expect(asked('08:30')).toBe('20780/8');
    expect(asked('09:59')).toBe('20780/8');
    expect(asked('10:30')).toBeNull();
  });

  it('knows days of the place: midnight, and zones with half hours', () => {
    expect(reminderBetween(at('2026-11-23T23:50+07:00'), at('2026-11-24T00:05+07:00'), [0], bangkok)).toBe('20781/0');
    const kathmandu = () => 345;
    expect(reminderBetween(at('2026-11-23T06:59+05:45'), at('2026-11-23T07:00+05:45'), [7], kathmandu)).toBe('20780/7');
  });

  it('comes once where the clocks are put back over its hour', () => {
    const first = reminderBetween(at('2026-10-25T00:00Z') - 1, at('2026-10-25T00:10Z'), [2], berlin);
    expect(first).toBe('20751/2');
    expect(reminderBetween(at('2026-10-25T00:50Z'), at('2026-10-25T01:10Z'), [2], berlin)).toBeNull();
  });

  it('comes where the clocks go on, when they skip its hour', () => {
    expect(reminderBetween(at('2026-03-29T00:55Z'), at('2026-03-29T01:05Z'), [2], berlin)).toBe('20541/2');
    expect(reminderBetween(at('2026-03-29T00:55Z'), at('2026-03-29T01:05Z'), [3], berlin)).toBe('20541/3');
  });

  it('does not come without a chosen hour, or when the clock went back', () => {
    expect(reminderBetween(0, at('2026-11-23T12:00Z'), [], bangkok)).toBeNull();
    expect(reminderBetween(at('2026-11-23T12:00Z'), at('2026-11-23T11:00Z'), [19], bangkok)).toBeNull();
  });
});
