interface Field {
  readonly place: number;
  readonly name: string;
}

/**
 * Which old field goes into each new one: that of the same name, else the one in the same row that no other name wants.
 * @returns by the place of the new field the place of the old one; -1 for none
 */
export function likelyFields(before: readonly Field[], after: readonly Field[]): number[] {
  const plain = ({ name }: Field) => name.normalize('NFC').trim().toLocaleLowerCase();
  const wanted = new Set(after.map(plain));
  const free = before.map((field) => (wanted.has(plain(field)) ? null : field));
  const chosen: number[] = [];
  after.forEach((field, row) => {
    const same = before.find((each) => plain(each) === plain(field));
    chosen[field.place] = same?.place ?? free[row]?.place ?? -1;
  });
  return Array.from(chosen, (place) => place ?? -1);
}
