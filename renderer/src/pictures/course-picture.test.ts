import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { marksOf } from '../../../core/domain/picture-marks.ts';
import { layOut } from '../charts/plot.fixture.ts';
import { locale } from '../i18n/locale.svelte.ts';
import CoursePicture from './CoursePicture.svelte';
import { PICTURES } from './pictures.fixture.ts';

beforeEach(() => {
  locale.use('en');
  layOut(720);
});
const ASKED = ['timeline', 'bodies', 'members', 'map', 'calendar', 'partners'];
const idsOf = (picture: string) => marksOf(PICTURES, picture).map(({ id }) => id);
const namesOf = (picture: string) => marksOf(PICTURES, picture).map(({ name }) => name.en);
const numbered = (marks: readonly HTMLElement[]) =>
  marks.map((mark) => /mark (\d) of (\d)/.exec(mark.ariaLabel ?? '')?.[0]);

describe.each(ASKED)('the picture %s while it asks', (picture) => {
  it('holds no hidden name, in no text and no attribute', () => {
    const { container } = render(CoursePicture, {
      picture,
      pictures: PICTURES,
      ask: { hidden: new Set(idsOf(picture)), pickable: idsOf(picture), onpick: () => undefined },
    });
    for (const name of namesOf(picture)) expect(container.innerHTML).not.toContain(name);
    expect(container.innerHTML).not.toContain('GC');
  });

  it('numbers its marks in their order, and takes a press and the keys', async () => {
    const picked: string[] = [];
    render(CoursePicture, {
      picture,
      pictures: PICTURES,
      ask: { hidden: new Set(idsOf(picture)), pickable: idsOf(picture), onpick: (id: string) => picked.push(id) },
    });
    const marks = screen.getAllByRole('button', { name: /mark \d of 3/ });
    expect(numbered(marks).sort()).toEqual(['mark 1 of 3', 'mark 2 of 3', 'mark 3 of 3']);
    const user = userEvent.setup();
    await user.click(marks[1]!);
    expect(picked).toEqual([marks[1]!.dataset['item']]);
    await user.keyboard('{Home}{Enter}{End} ');
    expect(new Set(picked.slice(1)).size).toBe(2);
    expect(screen.getAllByRole('button', { name: /mark/ }).filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  });

  it('lights one mark among named ones that can only be looked at', () => {
    const [lit = '', other = ''] = idsOf(picture);
    render(CoursePicture, { picture, pictures: PICTURES, ask: { hidden: new Set([lit]), lit } });
    expect(screen.queryByRole('button', { name: /mark/ })).toBeNull();
    const mark = screen.getByRole('img', { name: /mark 1 of 1.*asked/ });
    expect(mark.dataset['item']).toBe(lit);
    const name = namesOf(picture)[idsOf(picture).indexOf(other)] ?? '';
    expect(screen.getByRole('img', { name: new RegExp(name) }).dataset['item']).toBe(other);
  });

  it('shows what was put on a mark, and what became of it', () => {
    const [first = ''] = idsOf(picture);
    render(CoursePicture, {
      picture,
      pictures: PICTURES,
      ask: {
        hidden: new Set(idsOf(picture)),
        shown: new Map([[first, 'Put here']]),
        verdicts: new Map([[first, 'wrong' as const]]),
      },
    });
    const mark = screen.getByRole('img', { name: /Put here · wrong/ });
    expect(within(mark).getByText('✕')).toBeTruthy();
    expect(screen.getByText('Put here')).toBeTruthy();
  });
});

describe('a picture to look at', () => {
  it.each(ASKED)('%s opens a note for each of its things', async (picture) => {
    const opened: string[] = [];
    render(CoursePicture, { picture, pictures: PICTURES, onopen: ({ id }: { id: string }) => opened.push(id) });
    const user = userEvent.setup();
    for (const name of namesOf(picture)) await user.click(screen.getByRole('button', { name: new RegExp(name) }));
    expect(opened).toEqual(idsOf(picture));
  });

  it('walks through the moments of the map, and says how many took part', async () => {
    render(CoursePicture, { picture: 'map', pictures: PICTURES, focus: ['north'] });
    expect(screen.getByRole('status').textContent).toMatch(/1 of 2.*Signature.*2 states take part/s);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Later moment' }));
    expect(screen.getByRole('status').textContent).toMatch(/2 of 2.*Foundation/s);
    await userEvent.setup().keyboard('{ArrowRight}');
    expect(screen.getByRole('status').textContent).toMatch(/1 of 2/);
  });
});
