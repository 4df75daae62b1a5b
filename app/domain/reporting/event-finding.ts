/** Counts in two spans of the same length, before and after a day. */
export type BeforeAfter = { before: number; after: number };
export type NamedBeforeAfter = BeforeAfter & { key: string; label: string };

/**
 * Whether reporting rose after a day, in sentences: the totals, then what changed most in the same direction. It says
 * what was counted and never that the day was the cause.
 */
export function eventFinding(span: string, total: BeforeAfter, kinds: readonly NamedBeforeAfter[]): string[] {
  const difference = total.after - total.before;
  const direction =
    difference === 0 ? 'as many as' : `${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'} than`;
  const first = `${count(total.after)} in the ${span} after, ${direction} in the ${span} before (${total.before}).`;
  if (difference === 0) return [first];
  const changes = kinds
    .map((kind) => ({ ...kind, change: kind.after - kind.before }))
    .filter(({ change }) => Math.sign(change) === Math.sign(difference))
    .sort((one, other) => Math.abs(other.change) - Math.abs(one.change));
  const [most] = changes;
  if (!most) return [first];
  const sign = most.change > 0 ? '+' : '−';
  return [
    first,
    `Most of the change came from: ${most.label} (${most.before} before, ${most.after} after, ${sign}${Math.abs(most.change)}).`,
  ];
}

function count(number: number): string {
  return `${number} ${number === 1 ? 'submission' : 'submissions'}`;
}
