import { describe, expect, it } from 'vitest';
import { insertFile, insertTable, toggleLines, toggleMark, type Edit, type Selected } from './markdown-edits.ts';

/** `[` and `]` stand where the selection begins and ends. */
function selected(marked: string): Selected {
  const from = marked.indexOf('[');
  return { text: marked.replace('[', '').replace(']', ''), from, to: marked.indexOf(']') - 1 };
}
function shown({ text }: Selected, edit: Edit): string {
  const done = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  const [from, to] = edit.select;
  return `${done.slice(0, from)}[${done.slice(from, to)}]${done.slice(to)}`;
}
const edited = (marked: string, edit: (selection: Selected) => Edit) => shown(selected(marked), edit(selected(marked)));

describe('the keys of the lesson editor', () => {
  it.each([
    ['a [word] here', 'a **[word]** here'],
    ['a **[word]** here', 'a [word] here'],
    ['[]', '**[]**'],
  ])('make %s bold: %s', (before, after) => {
    expect(edited(before, (selection) => toggleMark(selection, '**'))).toBe(after);
  });

  it.each([
    ['bullets', 'o[ne\ntwo]', '[- one\n- two]'],
    ['bullets', '[- one\n- two]', '[one\ntwo]'],
    ['numbers', '[- one\n- two]', '[1. one\n2. two]'],
    ['quote', 'said:\n[yes]', 'said:\n\n[> yes]'],
    ['bullets', '- one\n[two]', '- one\n[- two]'],
    ['bullets', 'end\n\n[one]', 'end\n\n[- one]'],
  ] as const)('make %s of %j: %j', (prefix, before, after) => {
    expect(edited(before, (selection) => toggleLines(selection, prefix))).toBe(after);
  });

  it('put a table and a file into paragraphs of their own', () => {
    expect(edited('text[]', (selection) => insertTable(selection, ['a', 'b']))).toBe(
      'text\n\n| [a] | b |\n| --- | --- |\n|  |  |\n',
    );
    expect(edited('one[]two', (selection) => insertFile(selection, 'my cat.png'))).toBe(
      'one\n\n![[]](my%20cat.png)\n\ntwo',
    );
    expect(edited('[]', (selection) => insertFile(selection, 'cat.png'))).toBe('![[]](cat.png)');
  });
});
