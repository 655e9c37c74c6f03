import { sectionText } from '../../../../core/domain/block-texts.ts';
import type { Client } from '../../../../core/api/client.ts';
import type { Preferences } from '../../app/preferences.svelte.ts';
import { locale } from '../../i18n/locale.svelte.ts';
import type { LessonReading, LessonSection } from './lesson-reading.svelte.ts';
import { ChosenText } from './chosen-text.svelte.ts';
import { LessonMarks } from './lesson-marks.svelte.ts';
import { MarkDraft } from './mark-draft.ts';
import { LessonSearch } from './lesson-search.svelte.ts';
import { ReadingAloud } from './reading-aloud.svelte.ts';
import { readText, sentencesIn } from './section-lines.ts';
import type { TextPlace } from './text-places.ts';

type Language = 'th' | 'en';

/** What a reader does with a lesson beside reading it: chooses words, marks them, looks for some, hears them, sees both languages. */
export class LessonReader {
  readonly chosen = new ChosenText();
  readonly marks: LessonMarks;
  readonly markDraft: MarkDraft;
  readonly search: LessonSearch;
  readonly aloud = new ReadingAloud();
  readonly #reading: LessonReading;
  readonly #preferences: Preferences;
  /** The language in use first. */
  readonly languages: readonly Language[] = $derived.by(() => {
    if (!this.both) return [locale.language];
    return locale.language === 'th' ? ['th', 'en'] : ['en', 'th'];
  });

  constructor({ call, preferences }: { call: Client; preferences: Preferences }, reading: LessonReading) {
    this.#reading = reading;
    this.#preferences = preferences;
    const { courseId, lessonId, session, sessionEnded } = reading;
    this.marks = new LessonMarks({ call, courseId, lessonId, session, sessionEnded });
    this.markDraft = new MarkDraft(call, this.marks, courseId, lessonId);
    this.search = new LessonSearch({
      sections: () => reading.lesson?.sections ?? [],
      languages: () => this.languages,
      sectionId: () => reading.sectionId,
    });
  }

  get both(): boolean {
    return this.#preferences.current.bothLanguages;
  }
  get rate(): number {
    return this.#preferences.current.readingRate;
  }

  readonly toggleBoth = (): void => {
    this.chosen.clear();
    void this.#preferences.change('bothLanguages', !this.both);
  };

  readonly setRate = (rate: number): void => {
    void this.#preferences.change('readingRate', rate);
    this.aloud.setRate(locale.language, rate);
  };

  /** The words at a place of the section that is read, as they are read. */
  readonly wordsAt = ({ language, range }: TextPlace): string => readText(this.textOf(language), range);

  /** Where words stand within others, as they are read; null: they are all of them. */
  readonly partOf = (whole: TextPlace, { language, range: [from, to] }: TextPlace): [number, number] | null => {
    const [start, end] = whole.range;
    if (start === from && end === to) return null;
    const text = this.textOf(language);
    const at = from === start ? 0 : readText(`x${text.slice(start, from)}x`, [0, from - start + 2]).length - 2;
    return [at, at + readText(text, [from, to]).length];
  };

  readonly textOf = (language: Language): string => {
    const { section } = this.#reading;
    return section ? sectionText(section.blocks[language]) : '';
  };

  readonly step = (forward: boolean, isMore: boolean): void => {
    const { section } = this.#reading;
    const language = this.chosen.place?.language ?? locale.language;
    if (section) this.chosen.step(language, sentencesIn(section.blocks[language], language), forward, isMore);
  };

  /** The sentences around words, whole. */
  readonly sentencesAround = ({ language, range: [from, to] }: TextPlace, { blocks }: LessonSection): TextPlace => {
    const inside = sentencesIn(blocks[language], language).filter((one) => one[0] < to && one[1] > from);
    const [first, last] = [inside[0], inside.at(-1)];
    return { language, range: first && last ? [Math.min(from, first[0]), Math.max(to, last[1])] : [from, to] };
  };

  /** Marks the chosen words, in the colour of the last mark where none is named. */
  readonly markChosen = async (colour = this.marks.colour): Promise<boolean> => {
    const { section } = this.#reading;
    const { place } = this.chosen;
    if (!section || !place) return false;
    const done = await this.marks.add(section.id, place, this.textOf(place.language), { colour });
    if (done) this.chosen.clear();
    return done;
  };

  /** Reads on from the chosen words, or the begin of the section; pauses, or goes on. */
  readonly readAloud = (): void => {
    const { aloud } = this;
    const { language } = locale;
    if (aloud.state === 'reading') return aloud.pause();
    if (aloud.state === 'paused') return aloud.resume(language, this.rate);
    const { section } = this.#reading;
    if (!section || !aloud.canRead(language)) return;
    const text = this.textOf(language);
    const sentences = sentencesIn(section.blocks[language], language).map((range) => ({
      ...{ range, text: readText(text, range) },
    }));
    const chosen = this.chosen.place?.language === language ? this.chosen.place.range[0] : 0;
    const from = sentences.findIndex(({ range }) => range[1] > chosen);
    this.chosen.clear();
    aloud.begin(sentences, from, language, this.rate);
  };
}
