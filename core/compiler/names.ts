import type { CourseReader } from './course-reader.ts';
import type { Problems } from './problems.ts';
import type { YamlFile } from './read-yaml.ts';
import { NamesFile, type Name } from './schema-names.ts';
import type { QuestionFile } from './schema-question.ts';
import { writtenForms } from './written-forms.ts';

const FILE = 'names.yaml';

/** The names of a course by id; none where it has no such file. */
export function readNames(reader: CourseReader): ReadonlyMap<string, Name> {
  const { problems } = reader;
  const file = reader.optional(FILE, NamesFile);
  const names = new Map<string, Name>();
  file?.value.forEach((name, index) => {
    const report = (message: string) => problems.add({ file: FILE, line: file.lineOf([index]), message });
    if (names.has(name.id)) report(`id "${name.id}" is used twice`);
    names.set(name.id, name);
  });
  file?.value.forEach((name, index) => {
    const check = (field: 'in' | 'of', id: string | undefined, kinds: readonly Name['kind'][]) => {
      if (id !== undefined && !kinds.some((kind) => names.get(id)?.kind === kind))
        problems.add({
          file: FILE,
          line: file.lineOf([index, field]),
          message: `${name.id}: no ${kinds.join(' or ')} "${id}"`,
        });
    };
    if (name.kind === 'place') check('in', name.in, ['state']);
    if ('of' in name) check('of', name.of, ['organization', 'state']);
  });
  return names;
}

/** The questions with every `accept: { name: … }` written out; what stands beside the name comes after its forms. */
export function withNames(
  questions: YamlFile<readonly QuestionFile[]>,
  names: ReadonlyMap<string, Name>,
  problems: Problems,
): YamlFile<readonly QuestionFile[]> {
  const expand = (value: unknown, path: readonly PropertyKey[]): unknown => {
    if (Array.isArray(value)) return value.map((entry, index) => expand(entry, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, entry]) => [key, expand(entry, [...path, key])]);
    const held = Object.fromEntries(entries) as Record<string, unknown>;
    const accept = held['accept'] as AcceptFile | undefined;
    if (accept?.name === undefined) return held;
    const name = names.get(accept.name);
    if (name === undefined) {
      const line = questions.lineOf([...path, 'accept', 'name']);
      problems.add({
        file: questions.file,
        line,
        field: [...path, 'accept', 'name'].join('.'),
        message: `no name "${accept.name}" in ${FILE}`,
      });
      return { ...held, accept: { th: accept.th, en: accept.en } };
    }
    const forms = writtenForms(name, names, accept.full ?? false);
    return {
      ...held,
      accept: { th: [...new Set([...forms.th, ...accept.th])], en: [...new Set([...forms.en, ...accept.en])] },
      // Accents are only a way to write a name.
      accents: 'ignore',
    };
  };
  return { ...questions, value: expand(questions.value, []) as readonly QuestionFile[] };
}

/** An `accept` as it stands in the file. */
interface AcceptFile {
  readonly name?: string;
  readonly full?: true;
  readonly th: readonly string[];
  readonly en: readonly string[];
}
