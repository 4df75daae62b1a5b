import { monthName, type Month } from '../kernel/months.ts';

/** The two newest months of a row in a sentence. What is suppressed stays so: it is never compared. */
export function publishedFinding(
  name: string,
  months: readonly Month[],
  byMonth: Readonly<Record<Month, number | null>>,
): string {
  const told = [...months]
    .slice(-2)
    .reverse()
    .map((month) => {
      const count = byMonth[month] ?? null;
      return `${count ?? 'fewer than 5, or withheld,'} in ${monthName(month)}`;
    });
  return `${name}: ${told.join(', ')}.`;
}
