/** Below this many a percentage says more than the counts do. */
const smallestBase = 10;
const times: Readonly<Record<number, string>> = { 2: 'twice', 3: 'three times', 4: 'four times' };

/** How a count stands to an earlier one: "11 more (15%) than", "twice as many as". What it is compared with follows. */
export function compared(count: number, earlier: number): string {
  if (count === earlier) return 'as many as';
  const difference = Math.abs(count - earlier);
  const direction = count > earlier ? 'more' : 'fewer';
  if (earlier < smallestBase) return `${difference} ${direction} than`;
  const ratio = count / earlier;
  const multiple = times[Math.round(ratio)];
  if (multiple && Math.abs(ratio - Math.round(ratio)) < 0.05) return `${multiple} as many as`;
  return `${difference} ${direction} (${Math.round((difference / earlier) * 100)}%) than`;
}
