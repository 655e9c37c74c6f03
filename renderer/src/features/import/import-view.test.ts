import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../../core/domain/errors.ts';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { LIBRARY } from '../../courses/library-items.fixture.ts';
import { failing, held, scriptedHost, type Script } from '../../testing/host.fixture.ts';
import { planOf, reportOf } from './import-plan.fixture.ts';
import type { Report } from './import-work.svelte.ts';
// The view is fetched when it is first shown: compiled here, no test waits for that.
import './ImportView.svelte';

beforeEach(() => {
  location.hash = '#/import';
  window.scrollTo = () => undefined;
});

const nameIn = (path: string) => path.split('/').at(-1) ?? '';
async function open(script: Script = {}, past: readonly Report[] = [], pathOf?: (file: File) => string) {
  const imports = [...past];
  let received = '';
  const host = scriptedHost({
    'library.list': () => ({ courses: [...LIBRARY] }),
    'library.imports': () => ({ imports }),
    'library.receive': ({ name, isLast }) => {
      received = `received/${name}`;
      return { id: 'one', path: isLast ? received : null };
    },
    'library.plan': ({ path }) => planOf(nameIn(path)),
    'library.import': ({ path }) => {
      const report = reportOf(nameIn(path));
      imports.unshift(report);
      return report;
    },
    'library.undoImport': () => ({ undone: true }),
    'data.status': () => failing('busy'),
    'data.cancel': () => ({ done: true }),
    ...script,
  });
  render(Root, { app: new App(host.send, pathOf) });
  await screen.findByRole('heading', { level: 1 });
  return { ...host, user: userEvent.setup() };
}
const main = () => within(screen.getByRole('main'));
const heading = (name: string | RegExp) => main().findByRole('heading', { level: 1, name });
const file = (name: string) => new File(['x'], name);
const drop = (...files: File[]) => fireEvent.drop(window, { dataTransfer: { types: ['Files'], files } });

describe('the import page', () => {
  it('looks at a file that was chosen, says what comes, takes it in, and takes all of it back', async () => {
    const { user, calls } = await open();
    await user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, file('deck.apkg'));
    await heading('What “deck.apkg” will bring');
    expect(main().getByText('Nothing has changed yet. 2.3 MB, from Anki.')).toBeTruthy();
    expect(main().getByText('Nothing. All of it can be taken in as it is.')).toBeTruthy();
    expect(calls('library.import')).toEqual([]);
    await user.click(main().getByRole('button', { name: 'Import 30 cards' }));
    await heading('“deck.apkg” is here');
    expect(calls('library.import')).toEqual([{ path: 'received/deck.apkg', options: {} }]);
    await user.click(main().getByRole('button', { name: 'Undo the import' }));
    await heading('“deck.apkg” was taken back');
    expect(calls('library.undoImport')).toEqual([{ importId: 'of-deck.apkg' }]);
  });

  it('looks again with the options that were chosen, and takes it in with those', async () => {
    const { user, calls } = await open();
    await drop(file('deck.apkg'));
    await heading(/will bring/);
    await user.click(await main().findByRole('radio', { name: 'Begin anew' }));
    await main().findByRole('button', { name: 'Import 30 cards' });
    await user.keyboard('{Escape}');
    await heading('Import');
    expect(calls('library.plan').at(-1)).toEqual({ path: 'received/deck.apkg', options: { schedule: 'new' } });
  });

  it('says what is odd, and names what a newer version called otherwise', async () => {
    const odd = [
      { code: 'media-missing', count: 3, places: ['a.png', 'b.png'] },
      { code: 'of-tomorrow', count: 1, places: [] },
    ];
    const { file: of } = planOf('deck.apkg');
    await open({ 'library.plan': () => planOf('deck.apkg', { odd, file: { ...of, format: 'of-tomorrow' } }) });
    await drop(file('deck.apkg'));
    await heading(/will bring/);
    expect(await main().findByText('Files that are named and not there: 3')).toBeTruthy();
    expect(main().getByText('a.png · b.png')).toBeTruthy();
    expect(main().getByText('Something else (of-tomorrow): 1')).toBeTruthy();
    expect(main().getByText(/a kind of file called of-tomorrow/)).toBeTruthy();
  });

  it('says why a file can not be taken in', async () => {
    await open({ 'library.plan': () => new AppError('import-unreadable', 'as the test wants it') });
    await drop(file('deck.apkg'));
    expect((await main().findByRole('alert')).textContent).toContain('This is no kind of file that can be taken in.');
    await heading('Import');
  });

  it('takes the path of a dropped file where the shell knows it', async () => {
    const { calls } = await open({}, [], ({ name }) => `/home/me/${name}`);
    await drop(file('deck.apkg'));
    await heading('What “deck.apkg” will bring');
    expect(calls('library.plan')).toEqual([{ path: '/home/me/deck.apkg', options: {} }]);
    expect(calls('library.receive')).toEqual([]);
  });
});

describe('several files at once', () => {
  it('are looked at one after the other, each taken in or skipped', async () => {
    const { user, calls } = await open();
    await drop(file('a.apkg'), file('b.apkg'), file('c.apkg'));
    await heading('What “a.apkg” will bring');
    expect(main().getByText('b.apkg · c.apkg')).toBeTruthy();
    await user.click(await main().findByRole('button', { name: 'Import 30 cards' }));
    await heading('“a.apkg” is here');
    await user.click(main().getByRole('button', { name: 'Next: b.apkg' }));
    await heading('What “b.apkg” will bring');
    await user.click(await main().findByRole('button', { name: 'Skip this file' }));
    await heading('What “c.apkg” will bring');
    expect(main().queryByText(/more file/)).toBeNull();
    expect(calls('library.import')).toHaveLength(1);
  });

  it('wait behind what is being taken in, and can be left out', async () => {
    const importing = held<Report>();
    const { user } = await open({ 'library.import': () => importing.reply });
    await drop(file('a.apkg'));
    await user.click(await main().findByRole('button', { name: 'Import 30 cards' }));
    await drop(file('b.apkg'), file('c.apkg'));
    expect(await main().findByText('2 more files wait:')).toBeTruthy();
    await user.click(main().getByRole('button', { name: 'Leave them out' }));
    importing.give(reportOf('a.apkg'));
    await heading('“a.apkg” is here');
    expect(main().queryByRole('button', { name: /^Next/ })).toBeNull();
  });

  it('go on behind one that can not be read', async () => {
    const { user } = await open({
      'library.plan': ({ path }) => (path.endsWith('a.apkg') ? failing('import-unreadable') : planOf(nameIn(path))),
    });
    await drop(file('a.apkg'), file('b.apkg'));
    await main().findByRole('alert');
    await user.click(main().getByRole('button', { name: 'Next: b.apkg' }));
    await heading('What “b.apkg” will bring');
  });
});

describe('what was brought in before', () => {
  it('has its report at an address of its own, from where it is taken back', async () => {
    location.hash = '#/import/of-old.apkg';
    const { user, calls } = await open({}, [reportOf('old.apkg')]);
    await heading('“old.apkg” is here');
    expect(main().getByText('from 10 notes: Basic')).toBeTruthy();
    await user.click(main().getByRole('button', { name: 'Undo the import' }));
    await heading('“old.apkg” was taken back');
    expect(calls('library.undoImport')).toEqual([{ importId: 'of-old.apkg' }]);
    await user.click(main().getByRole('button', { name: 'Import another' }));
    await heading('Import');
    expect(location.hash).toBe('#/import');
  });

  it('is listed, each by the way to its report', async () => {
    await open({}, [reportOf('old.apkg'), reportOf('older.csv', { undone: true })]);
    const link = await main().findByRole('link', { name: 'old.apkg' });
    expect(link.getAttribute('href')).toBe('#/import/of-old.apkg');
    expect(main().getByRole('button', { name: 'Bring back older.csv' })).toBeTruthy();
  });

  it('says so where it is not known here', async () => {
    location.hash = '#/import/of-nobody';
    await open();
    expect(await main().findByRole('alert')).toBeTruthy();
  });
});

describe('what was copied elsewhere', () => {
  const paste = (files: readonly File[], text = '', to: Element | Window = window) =>
    fireEvent.paste(to, { clipboardData: { files, getData: () => text } });
  const png = () => new File([new Uint8Array([1, 2, 3])], 'image.png', { type: 'image/png' });

  it('a list is looked at as a table', async () => {
    const { calls } = await open();
    await paste([], 'one – หนึ่ง');
    await heading('What “pasted.txt” will bring');
    expect(calls('library.receive')).toEqual([expect.objectContaining({ name: 'pasted.txt', isLast: true })]);
  });

  it('pictures become fronts of cards, whose backs are written here', async () => {
    const { user, calls } = await open();
    await paste([png()]);
    await user.type(await main().findByRole('textbox', { name: 'Back of picture 1' }), 'cat & <b>');
    // The field has the focus: a picture can be pasted there as well.
    await paste([png()], '', document.activeElement!);
    await user.type(await main().findByRole('textbox', { name: 'Back of picture 2' }), 'dog');
    await paste([png()]);
    await user.click(await main().findByRole('button', { name: 'Leave out picture 3' }));
    expect(
      main()
        .getAllByRole('img')
        .map((image) => image.getAttribute('src')),
    ).toEqual(['data:image/png;base64,AQID', 'data:image/png;base64,AQID']);
    await user.click(within(main().getByRole('region', { name: 'Pictures' })).getByRole('button', { name: /^See/ }));
    await heading('What “Pictures.txt” will bring');
    const [{ piece }] = calls('library.receive') as [{ piece: string }];
    expect(new TextDecoder().decode(Uint8Array.from(atob(piece), (letter) => letter.charCodeAt(0)))).toBe(
      [
        '#separator:tab',
        '#html:true',
        "<img src='data:image/png;base64,AQID'>\tcat &amp; &lt;b>",
        "<img src='data:image/png;base64,AQID'>\tdog\n",
      ].join('\n'),
    );
  });

  it('pictures that are dropped become cards as well, beside the other files', async () => {
    await open();
    await drop(png(), file('a.apkg'));
    await heading('What “a.apkg” will bring');
    await drop(png());
    await userEvent.setup().keyboard('{Escape}');
    expect(await main().findAllByRole('img')).toHaveLength(2);
  });

  it('text that comes with a picture of itself is text', async () => {
    const { calls } = await open();
    await paste([png()], 'one\tหนึ่ง');
    await heading('What “pasted.txt” will bring');
    expect(calls('library.receive')).toHaveLength(1);
    expect(main().queryByRole('region', { name: 'Pictures' })).toBeNull();
  });
});
