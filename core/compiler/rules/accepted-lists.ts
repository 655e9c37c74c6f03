import { normalise } from '../../domain/grading/normalise.ts';
import type { Accepted, Question } from '../../domain/question.ts';
import type { Problems } from '../problems.ts';
import type { Name } from '../schema-names.ts';
import { writtenForms } from '../written-forms.ts';
import type { Asked } from './asked.ts';

interface List {
  readonly asked: Asked;
  readonly path: readonly PropertyKey[];
  readonly accept: Accepted;
}

/**
 * One list of accepted answers an entity: what names.yaml knows is accepted by name, and two questions with the same answer accept
 * the same.
 */
export function checkAcceptedLists(
  questions: readonly Asked[],
  names: ReadonlyMap<string, Name>,
  problems: Problems,
): void {
  const known = [...names.values()].map((name) => ({
    id: name.id,
    full: writtenForms(name, names, true),
    shown: keyOf(writtenForms(name, names, false)),
  }));
  const seen = new Map<string, List>();
  for (const asked of questions) {
    for (const list of listsOf(asked)) {
      const report = (message: string) =>
        problems.add({
          file: asked.file,
          line: asked.lineOf(...list.path),
          field: list.path.join('.'),
          message: `${asked.question.id}: ${message}`,
        });
      const key = keyOf(list.accept);
      const name = known.find(({ shown }) => shown === key);
      const isName = /^\p{Lu}/u.test(list.accept.en[0] ?? '');
      const twin = isName ? seen.get(key) : undefined;
      // What is no name may be accepted more freely in one place than in another.
      if (isName) seen.set(key, twin ?? list);
      if (name !== undefined && !holds(list.accept, name.full))
        report(`accept { name: ${name.id} }, as names.yaml lists it`);
      else if (
        name === undefined &&
        twin !== undefined &&
        !(holds(list.accept, twin.accept) && holds(twin.accept, list.accept))
      )
        report(
          `"${list.accept.en[0] ?? ''}" is accepted in other forms in ${twin.asked.question.id}: list it once, in names.yaml`,
        );
    }
  }
}

function listsOf(asked: Asked): List[] {
  const question: Question = asked.question;
  if (question.kind === 'typed' || (question.kind === 'label' && 'accept' in question))
    return [{ asked, path: ['accept'], accept: question.accept }];
  if (question.kind !== 'cloze') return [];
  return question.blanks.flatMap((blank, index) =>
    blank.as === 'text' ? [{ asked, path: ['blanks', index, 'accept'], accept: blank.accept }] : [],
  );
}

/** What is shown in both languages: two lists that begin so are one entity's. */
const keyOf = ({ th, en }: Accepted): string => `${normalise(th[0] ?? '')}|${normalise(en[0] ?? '', 'ignore')}`;

function holds(list: Accepted, wanted: Accepted): boolean {
  return (['th', 'en'] as const).every((language) => wanted[language].every((form) => list[language].includes(form)));
}
