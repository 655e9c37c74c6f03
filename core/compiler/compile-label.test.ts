import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LabelQuestion } from '../domain/question.ts';
import { checkCourse } from './check.ts';
import { compileFolder } from './compile-folder.ts';
import { dumpCourse } from './dump.ts';
import { createLabelCourse } from './label-course.fixture.ts';

let folder: ReturnType<typeof createLabelCourse>;
beforeEach(() => (folder = createLabelCourse()));
afterEach(() => folder.dispose());

function compiled(): Record<string, LabelQuestion> {
  const { course, problems } = compileFolder(folder.folder);
  expect(problems).toEqual([]);
  const labels = course!.lessons[0]!.questions.flatMap((question) => (question.kind === 'label' ? [question] : []));
  return Object.fromEntries(labels.map((question) => [question.id.replace('bg-label-', ''), question]));
}
const state = (id: string) => ({ id, text: { th: `รัฐ${id}`, en: `State of the ${id}` } });

describe('a question on a picture', () => {
  it('takes the name of its mark from the picture, and accepts it where nothing else is said', () => {
    const { typed, accepted } = compiled();
    expect(typed).toMatchObject({
      kind: 'label',
      picture: 'members',
      task: 'name',
      mark: state('north'),
      accept: { th: ['รัฐnorth'], en: ['State of the north'] },
    });
    expect(accepted).toMatchObject({ accept: { th: ['เหนือ'], en: ['North'] }, accents: 'ignore' });
  });

  it('has options like a choice', () => {
    expect(compiled()['chosen']).toMatchObject({
      mark: state('south'),
      options: [{ id: 'a', why: { en: 'No.' } }, { id: 'b' }, { id: 'c' }],
      answer: ['b'],
    });
  });

  it('knows every mark that can be pointed at', () => {
    const marks = ['north', 'south', 'east', 'west'].map(state);
    expect(compiled()['find']).toMatchObject({ task: 'find', marks, answer: 'west' });
  });

  it('has a label for every empty mark, with ids by the order of the names alone', () => {
    expect(compiled()['place']).toMatchObject({
      marks: [state('west'), state('north'), state('east')],
      labels: [
        { id: 'a', text: { en: 'Centre' } },
        { id: 'b', text: { en: 'State of the east' } },
        { id: 'c', text: { en: 'State of the north' } },
        { id: 'd', text: { en: 'State of the west' } },
      ],
      answer: { west: 'd', north: 'c', east: 'b' },
    });
  });

  it('is dumped with what it is answered with', () => {
    const dumped = dumpCourse(compileFolder(folder.folder).course!).lessons[0]!.questions;
    const of = (id: string) => dumped.find((question) => question.id === `bg-label-${id}`);
    expect(of('typed')).toMatchObject({ task: 'name', picture: 'members', answer: { en: 'State of the north' } });
    expect(of('chosen')).toMatchObject({ mark: 'south', answer: ['b'] });
    expect(of('find')).toMatchObject({ answer: 'west' });
    expect(of('place')).toMatchObject({ answer: { west: 'd', north: 'c', east: 'b' } });
  });
});

describe('the check of questions on pictures', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(checkCourse(folder.folder, null).problems).toEqual([]);
  });

  it.each([
    [
      'a picture that is not there',
      'picture: members',
      'picture: stars',
      /typed: no picture "stars" that can be asked/,
    ],
    [
      'a mark that is not there',
      'mark: north }',
      'mark: centre }',
      /typed: the picture "members" has no mark "centre"/,
    ],
    ['an unknown mark among several', '[west, north', '[west, up', /place: the picture "members" has no mark "up"/],
    [
      'a mark that is placed twice',
      '[west, north',
      '[west, west',
      /place: two marks or labels are called "State of the west"/,
    ],
    [
      'an extra label like a mark',
      'en: Centre',
      'en: State of the west',
      /two marks or labels are called "State of the west"/,
    ],
    [
      'the name in the prompt',
      'What is this state',
      'What is the State of the north',
      /typed: the prompt holds the name/,
    ],
    [
      'options and accepted answers',
      'mark: north, accents',
      'options: [{ th: ก, en: A, right: true }, { th: ข, en: B }, { th: ค, en: C }], mark: north, accents',
      /accepted: a name is typed/,
    ],
    ['two right options', 'th: ตะวันออก, en: East', 'th: ตะวันออก, en: East, right: true', /chosen: 2 options are right/],
    ['one mark to place', '[west, north, east]', '[west]', /2 entries at least/],
  ])('finds %s', (_, find, by, message) => {
    folder.change(folder.questions, find, by);
    const messages = checkCourse(folder.folder, null).problems.map((problem) => problem.message);
    expect(messages).toContainEqual(expect.stringMatching(message));
  });

  it('finds a mark to point at that shares its name with another', () => {
    folder.change('members.yaml', 'State of the south', 'State of the west');
    const messages = checkCourse(folder.folder, null).problems.map(({ message }) => message);
    expect(messages).toEqual(['bg-label-find: two marks or labels are called "State of the west"']);
  });

  it('finds a question on a picture in a course that has none', () => {
    folder.remove('timeline.yaml');
    const messages = checkCourse(folder.folder, null).problems.map(({ message }) => message);
    expect(messages).toHaveLength(5);
    expect(messages[0]).toBe('bg-label-typed: no picture "members" that can be asked');
  });
});

const IMAGE =
  'image: { file: sky.png, covers: all, regions: [{ id: a, name: { th: เหนือ, en: Up }, shape: rect, points: [[0, 0], [0.5, 0.5]] }, { id: b, name: { th: ใต้, en: Down }, shape: polygon, points: [[0.5, 0.5], [1, 0.5], [1, 1]] }] }';

describe('a question on a picture of media/', () => {
  beforeEach(() => {
    folder.write('media/sky.png', 'bytes');
    folder.change(folder.questions, 'picture: members', `picture: own, ${IMAGE}`);
    folder.change(folder.questions, 'name, mark: north', 'find, mark: b');
  });

  it('knows the places of the image as its marks', () => {
    expect(checkCourse(folder.folder, null).problems).toEqual([]);
    expect(compiled()['typed']).toMatchObject({
      ...{ picture: 'own', task: 'find', answer: 'b', marks: [{ id: 'a' }, { id: 'b', text: { en: 'Down' } }] },
      image: { file: 'sky.png', covers: 'all', regions: [{ id: 'a', text: { en: 'Up' }, shape: 'rect' }, { id: 'b' }] },
    });
  });

  it.each([
    ['a file that is not there', 'sky.png', 'sea.png', 'typed: no file "sea.png" in media/'],
    ['a file that is no picture', 'sky.png', 'sky.mp3', 'must be a picture of media/'],
    ['a place that is not there', 'find, mark: b', 'find, mark: c', 'typed: the picture "own" has no mark "c"'],
    ['a place that is there twice', '{ id: b,', '{ id: a,', 'typed: two places of the image have the id "a"'],
    ['two places of one name', 'en: Down', 'en: Up', 'typed: two marks or labels are called "Up"'],
    ['a point outside', '[1, 1]', '[1, 2]', '1 is the number at most'],
    ['an image of another picture', 'picture: own', 'picture: map', 'an image goes with the picture "own", not "map"'],
    ['no image', `, ${IMAGE}`, '', 'the picture "own" needs an image'],
  ])('finds %s', (_, find, by, message) => {
    folder.change(folder.questions, find, by);
    const messages = checkCourse(folder.folder, null).problems.map((problem) => problem.message);
    expect(messages).toContainEqual(expect.stringContaining(message));
  });
});
