/** Notes and reviews of a package, and pictures for them: so that an import is many calls to the disk. */
export const many = (count: number, name: string) => `
  with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
  insert into notes select 1700000000100 + i, '${name}' || i, mid, mod, usn, tags,
    '<img src="${name}' || (i % 5) || '.png">' || char(31) || i, 0, 0, 0, '' from n, notes where notes.id = 1700000000000;
  insert into cards select id, id, 1650000000000, 0, 0, -1, 2, 2, 1370, 10, 2500, 4, 1, 0, 0, 0, 0, ''
    from notes where id <> 1700000000000;
  insert into revlog select 1690000000000 + id % 1000000, id, -1, 3, 10, 4, 2500, 4321, 1 from notes where id <> 1700000000000`;
export const pictures = (name: string) =>
  Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${name}${i}.png`, `${name} ${i} `.repeat(700)]));
