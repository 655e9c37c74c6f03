import type { Bilingual, Blank } from '../../../domain/question.ts';
import { NoteFault } from './parts.ts';

/** `{{1: a | b}}`, `{{a}}`, `{{2~: naïve}}`, `{{year: 1992}}`, `{{1}}` where the other language says it. */
const GAP = /\{\{(?:(\d{1,2})(~)?(?::|(?=\}\}))|(~)?)\s*((?:(?!\}\}|\{\{)[\s\S])*?)\s*\}\}/g;
const KIND = /^(number|year|date):\s*(.+)$/;
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

interface Gap {
  readonly content: string;
  readonly isAccentFree: boolean;
}

/** The prompt with numbered gaps, and what belongs into them. @throws NoteFault */
export function clozeOf(written: Bilingual, line: number): { prompt: Bilingual; blanks: Blank[] } {
  const [th, en] = [gapsOf(written.th), gapsOf(written.en)];
  const numbers = [...new Set([...th.gaps.keys(), ...en.gaps.keys()])].sort((a, b) => a - b);
  if (numbers.length === 0) throw new NoteFault(line, 'no gap');
  if (numbers.some((number, i) => number !== i + 1)) throw new NoteFault(line, 'gaps are not numbered from 1');
  if ([th, en].some(({ gaps }) => gaps.size !== numbers.length)) throw new NoteFault(line, 'a language lacks a gap');
  const blanks = numbers.map((number) => blankOf(th.gaps.get(number)!, en.gaps.get(number)!, line));
  return { prompt: { th: th.text, en: en.text }, blanks };
}

function gapsOf(text: string): { text: string; gaps: Map<number, Gap> } {
  const gaps = new Map<number, Gap>();
  let next = 1;
  const shown = text.replaceAll(
    GAP,
    (_, number: string | undefined, accents: string | undefined, free: string | undefined, content: string) => {
      const own = number === undefined ? next : Number(number);
      next = own + 1;
      if (!gaps.has(own) || content !== '') gaps.set(own, { content, isAccentFree: (accents ?? free) !== undefined });
      return `{{${own}}}`;
    },
  );
  return { text: shown, gaps };
}

function blankOf(th: Gap, en: Gap, line: number): Blank {
  const content = en.content || th.content;
  const [, kind, value] = KIND.exec(content) ?? [];
  if (kind === 'date') {
    if (!DATE.test(value!)) throw new NoteFault(line, 'no date');
    return { as: 'date', answer: value! };
  }
  if (kind !== undefined) {
    const answer = Number(value);
    if (!Number.isFinite(answer)) throw new NoteFault(line, 'no number');
    return { as: kind as 'number' | 'year', answer };
  }
  const accept = { th: acceptedIn(th.content || content), en: acceptedIn(content) };
  if (accept.th.length === 0 || accept.en.length === 0) throw new NoteFault(line, 'an empty gap');
  return { as: 'text', accept, ...((th.isAccentFree || en.isAccentFree) && { accents: 'ignore' as const }) };
}

const acceptedIn = (content: string) =>
  content
    .split('|')
    .map((each) => each.trim())
    .filter((each) => each !== '');
