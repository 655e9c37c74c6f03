import type { Lesson, Term } from '../domain/course.ts';
import { linkedTerms } from '../domain/inline-parts.ts';
import type { Accepted, Bilingual, Question } from '../domain/question.ts';
import type { Name } from './schema-names.ts';
import type { TermFile } from './schema.ts';
import { writtenForms } from './written-forms.ts';

const LANGUAGES = ['th', 'en'] as const;
const OTHERS = 3;
const both = (of: (language: 'th' | 'en') => string): Bilingual => ({ th: of('th'), en: of('en') });

/** Longer names are said in so many ways that only those listed in names.yaml can be asked in writing. */
const WRITTEN_WORDS = 3;

/**
 * The questions of the glossary quiz. Of each term: which of four of its class its meaning tells of, where the class has as many;
 * how it is called; and what its abbreviation stands for. What no list of names makes fair to write is chosen instead.
 */
export function termQuestions(
  terms: readonly TermFile[],
  lessons: readonly Lesson[],
  names: ReadonlyMap<string, Name>,
): ReadonlyMap<string, readonly Question[]> {
  const questionsOf = (term: TermFile, at: number): Question[] => {
    const place = placeOf(term, lessons);
    if (!place) return [];
    const asked = { ...place, level: 'recall' as const, inline: false, evidence: term.evidence };
    const byMeaning = { ...asked, prompt: meaningPrompt(term), explanation: explanationOf(term) };
    const others = nearest(terms, at);
    const choice = others.length === OTHERS ? optionsOf(term, others, at) : null;
    const isListed = names.has(term.name ?? term.id) || term.term.en.split(/\s+/).length <= WRITTEN_WORDS;
    const { abbr } = term;
    const questions: Question[] = [];
    if (choice) questions.push({ ...byMeaning, id: `term-${term.id}-choice`, kind: 'choice', ...choice });
    if (!choice || isListed || abbr !== undefined)
      questions.push({ ...byMeaning, id: `term-${term.id}`, kind: 'typed', accept: acceptedOf(term, names, false) });
    if (abbr === undefined || abbr === term.term.en) return questions;
    const byAbbreviation = {
      ...{ ...asked, id: `term-${term.id}-abbr`, explanation: term.meaning },
      prompt: { th: `${abbr} ชื่อเต็มว่าอะไร`, en: `What does ${abbr} stand for?` },
    };
    if (isListed || !choice)
      questions.push({ ...byAbbreviation, kind: 'typed', accept: acceptedOf(term, names, true) });
    else questions.push({ ...byAbbreviation, kind: 'choice', ...choice });
    return questions;
  };
  return new Map(terms.map((term, at) => [term.id, questionsOf(term, at)]));
}

export const withQuestions = (terms: readonly Term[], questions: ReadonlyMap<string, readonly Question[]>): Term[] =>
  terms.map((term) => ({ ...term, questions: questions.get(term.id) ?? [] }));

/** Where it is taught: the first section that links to it, else that draws on its first passage, else the first of all. */
function placeOf({ id, evidence }: TermFile, lessons: readonly Lesson[]) {
  const sections = lessons.flatMap((lesson) => lesson.sections.map((section) => ({ lesson, section })));
  const found =
    sections.find(({ section }) => linkedTerms(section).has(id)) ??
    sections.find(({ section }) => section.evidence.includes(evidence[0] ?? '')) ??
    sections[0];
  return found && { lessonId: found.lesson.id, sectionId: found.section.id };
}

/** Terms of the same class that stand next to it: those are the most like it. */
function nearest(terms: readonly TermFile[], at: number): TermFile[] {
  const own = terms[at]!;
  return terms
    .map((term, place) => ({ term, away: Math.abs(place - at) }))
    .filter(({ term, away }) => away > 0 && own.class !== undefined && term.class === own.class)
    .sort((a, b) => a.away - b.away)
    .slice(0, OTHERS)
    .map(({ term }) => term);
}

function optionsOf(term: TermFile, others: readonly TermFile[], at: number) {
  const right = at % (OTHERS + 1);
  const all = [...others.slice(0, right), term, ...others.slice(right)];
  const options = all.map((one, place) => ({
    id: 'abcd'[place]!,
    text: one.term,
    ...(one !== term && { why: both((language) => `${one.term[language]}: ${one.meaning[language]}`) }),
  }));
  return { options, answer: ['abcd'[right]!] };
}

/** The meaning, with dots for the term's own name in it. */
function meaningPrompt({ term, abbr, meaning }: TermFile): Bilingual {
  const own = [term.th, term.en, ...(abbr === undefined ? [] : [abbr])].flatMap(partsOfName);
  const hidden = (text: string) => own.reduce((rest, name) => rest.replace(asWord(name), '…'), text);
  return { th: `คำใดหมายถึง: ${hidden(meaning.th)}`, en: `Which term is meant: ${hidden(meaning.en)}` };
}

function explanationOf({ term, abbr, inSource }: TermFile): Bilingual {
  const short = abbr === undefined || abbr === term.en ? '' : ` (${abbr})`;
  return both((language) => {
    const other = term[language === 'th' ? 'en' : 'th'];
    const name = `${term[language]}${short}${other === term[language] ? '' : ` = ${other}`}`;
    return inSource ? `${name} · ${inSource.note[language]}` : name;
  });
}

/** @param full the abbreviation alone does not do */
function acceptedOf({ id, term, abbr, name }: TermFile, names: ReadonlyMap<string, Name>, full: boolean): Accepted {
  const entry = names.get(name ?? id);
  const written = entry ? writtenForms(entry, names, full) : { th: [], en: [] };
  const short = full || abbr === undefined ? [] : [abbr];
  const inOne = (language: 'th' | 'en') => {
    const parts = partsOfName(term[language]).filter((part) => !full || abbr === undefined || !asWord(abbr).test(part));
    return [...new Set([...(parts.length > 0 ? parts : [term[language]]), ...written[language], ...short])];
  };
  return Object.fromEntries(LANGUAGES.map((language) => [language, inOne(language)])) as unknown as Accepted;
}

/** “Search (Poisk)” is also “Search” and “Poisk”. */
function partsOfName(name: string): string[] {
  const [, outside, inside] = /^(.+?)\s*\((.+)\)$/.exec(name) ?? [];
  return outside !== undefined && inside !== undefined ? [name, outside, inside] : [name];
}

/** Latin letters on either side make another word; Thai is written without spaces. */
const asWord = (name: string): RegExp =>
  new RegExp(`(?<![A-Za-z])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![A-Za-z])`, 'giu');
