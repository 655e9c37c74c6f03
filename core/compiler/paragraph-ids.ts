/** "p001 p003-p005" → p001, p003, p004, p005. */
export function expandRanges(ranges: string): string[] {
  const ids: string[] = [];
  for (const [, from = '', to = from] of ranges.matchAll(/p(\d{3})(?:\s*[-–]\s*p(\d{3}))?/g)) {
    for (let n = Number(from); n <= Number(to); n += 1) ids.push(`p${String(n).padStart(3, '0')}`);
  }
  return ids;
}
