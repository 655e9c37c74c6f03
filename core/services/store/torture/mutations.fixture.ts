/** Stands for a number that only JSON can write: 1e999, which is read as infinity. */
const ENDLESS = '\u0000endless';

const KINDS: Readonly<Record<string, (value: unknown) => unknown>> = {
  missing: () => undefined,
  null: () => null,
  'a string': () => 'x',
  'a number': () => 7,
  'a fraction': () => 0.5,
  'a truth': () => true,
  negative: () => -1,
  'beyond integers': () => 2 ** 53,
  'beyond reason': () => 1e308,
  'not a number': () => 'NaN',
  endless: () => ENDLESS,
  'an empty string': () => '',
  'an empty list': () => [],
  'an empty object': () => ({}),
  unknown: () => 'nothing-known',
  'a long string': () => 'm'.repeat(20_000),
  'in a list': (value) => [value],
  'in an object': (value) => ({ value }),
};

export interface Mutation {
  /** `memory.due: negative` */
  readonly name: string;
  readonly path: string;
  readonly kind: string;
  /** The document as JSON. */
  readonly text: string;
}

type Path = readonly string[];

/** Every field; of a list the first two, which may differ in kind. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const fields = Object.entries(value).slice(0, Array.isArray(value) ? 2 : undefined);
  const inner = fields.flatMap(([key, one]) => pathsIn(one, [...path, key]));
  return path.length === 0 ? inner : [path, ...inner];
}

function withChange(value: unknown, [first, ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (first === undefined) return change(value);
  const copy = structuredClone(value) as Record<string, unknown>;
  const changed = withChange(copy[first], rest, change);
  if (changed === undefined && Array.isArray(copy)) copy.splice(Number(first), 1);
  else if (changed === undefined) delete copy[first];
  else copy[first] = changed;
  return copy;
}

/** Every field of a JSON document, one at a time, changed in every way that a reader can meet. */
export function mutationsOf(json: object): Mutation[] {
  const paths = new Map(pathsIn(json).map((path) => [path.join('.'), path]));
  return [...paths].flatMap(([path, way]) =>
    Object.entries(KINDS).map(([kind, change]) => {
      const text = JSON.stringify(withChange(json, way, change)).replaceAll(JSON.stringify(ENDLESS), '1e999');
      return { name: `${path}: ${kind}`, path, kind, text };
    }),
  );
}
