import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../../core/api/client.ts';
import { parseCardId } from '../../../../core/domain/ids.ts';
import { scriptedHost } from '../../testing/host.fixture.ts';
import { LessonWriting } from './lesson-writing.svelte.ts';

const both = (text: string) => ({ th: '', en: text });
const WRITTEN = {
  course: { title: both('Grammar'), languages: ['en' as const] },
  ...{ title: both('Nouns'), sections: [{ id: 's-1', heading: both('Kinds'), text: both('A noun names') }] },
  questions: [{ cardId: parseCardId('own/a#0'), sectionId: 's-1', kind: 'card' as const, prompt: both('?') }],
};
const HOUR = 3_600_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function open(draft: string | null = null) {
  const host = scriptedHost({
    'lesson.written': () => WRITTEN,
    'draft.list': () => ({ drafts: draft === null ? [] : [{ id: 'lesson-own/l-1', at: 1, text: draft }] }),
    'draft.keep': () => ({ done: true as const }),
  });
  const writing = new LessonWriting(createClient(host.send), () => 0, { courseId: 'own', lessonId: 'l-1' });
  await writing.load('en');
  return { ...host, writing };
}

describe('bug: a lesson that was only opened was kept as a draft, and offered as one', () => {
  it('keeps nothing until something is written', async () => {
    const { writing, calls } = await open();
    writing.changed();
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(writing.isChanged).toBe(false);
    expect(calls('draft.keep')).toEqual([]);
    writing.sections[0]!.text.en = 'A noun names a thing';
    writing.changed();
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(writing.isChanged).toBe(true);
    expect(calls('draft.keep')).toHaveLength(1);
  });

  it('offers a draft that says something else, and none that says the same', async () => {
    const { title, sections } = WRITTEN;
    expect((await open(JSON.stringify({ sections, title }))).writing.drafts).toEqual([]);
    const other = { title: both('Verbs'), sections };
    expect((await open(JSON.stringify(other))).writing.drafts).toHaveLength(1);
  });
});
