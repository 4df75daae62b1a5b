import { compared, direction, type BeforeAfter } from './compared.ts';

export type NamedBeforeAfter = BeforeAfter & { key: string; label: string };

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/**
 * Whether reporting rose after a day, in sentences: the totals, then from which kinds more came and from which fewer,
 * the greatest change first, each only where it is more than chance. It says what was counted and never that the day was
 * the cause. A kind's label is in the plural.
 */
export function eventFinding(span: string, total: BeforeAfter, kinds: readonly NamedBeforeAfter[]): string[] {
  const { before, after } = total;
  const found = direction(total);
  const beside =
    found === 'same'
      ? `${before} in the ${span} before`
      : `${compared(after, before)} in the ${span} before (${before})`;
  return [
    `Reporting ${reporting[found]}: ${count(after)} in the ${span} after, ${beside}.`,
    ...changes('More', byChange(kinds).filter(rose)),
    ...changes('Fewer', byChange(kinds).reverse().filter(fell)),
  ];
}

/** Where more was reported after a day and where less, and whether more or less came of it, each only beyond chance. */
export function whereAndResult(areas: readonly NamedBeforeAfter[], result: BeforeAfter): string[] {
  const { before, after } = result;
  return [
    ...changes('More', byChange(areas).filter(rose), 'was about'),
    ...changes('Less', byChange(areas).reverse().filter(fell), 'was about'),
    `Of those after the day ${after} had a result so far, ${compared(after, before)} of those before (${before}).`,
  ];
}

const reporting = { more: 'rose', fewer: 'fell', same: 'was about the same' } as const;

/** From the greatest rise to the greatest fall. */
export function byChange<Of extends BeforeAfter>(rows: readonly Of[]): Of[] {
  return [...rows].sort((one, other) => other.after - other.before - (one.after - one.before));
}

const rose = (counts: BeforeAfter) => direction(counts) === 'more';
const fell = (counts: BeforeAfter) => direction(counts) === 'fewer';

function changes(amount: string, kinds: readonly NamedBeforeAfter[], verb = 'came from'): string[] {
  if (kinds.length === 0) return [];
  const named = kinds.map(({ label, before, after }) => `${label} (${before} before, ${after} after)`);
  return [`${amount} ${verb} ${list.format(named)}.`];
}

function count(number: number): string {
  return `${number} ${number === 1 ? 'submission' : 'submissions'}`;
}
