import type { Id } from '#app/domain/kernel/id.ts';
import { rankOf, strengths, type Strength } from './strength.ts';

/** The values that one other report shares: the strongest agreement first, each value once. */
export type Ranked<Shared> = { submissionId: Id<'Submission'>; strength: Strength; shared: Shared[] };

type Comparable = {
  submissionId: Id<'Submission'>;
  strength: Strength;
  thing: string;
  own: string;
  other: string;
};

/**
 * Gathers agreements by report, the report with the strongest and most of them first; equal ones stand in the order of
 * their ids, so that pages follow each other without gaps.
 */
export function rankMatches<Shared extends Comparable>(found: readonly Shared[]): Ranked<Shared>[] {
  const reports = new Map<Id<'Submission'>, Shared[]>();
  for (const each of found) {
    const sofar = reports.get(each.submissionId) ?? [];
    const again = sofar.some(
      ({ thing, own, other }) => thing === each.thing && own === each.own && other === each.other,
    );
    if (!again) reports.set(each.submissionId, [...sofar, each]);
  }
  return [...reports]
    .map(([submissionId, shared]) => {
      const sorted = shared.sort((one, other) => rankOf(one.strength) - rankOf(other.strength));
      return { submissionId, strength: sorted[0]?.strength ?? 'possible', shared: sorted };
    })
    .sort(
      (one, other) =>
        rankOf(one.strength) - rankOf(other.strength) ||
        counted(other.shared).localeCompare(counted(one.shared)) ||
        one.submissionId.localeCompare(other.submissionId),
    );
}

/** The values of the report with as many agreements as one way of looking gives, each once: there may be more. */
export function valuesOfMany(found: readonly Comparable[], most: number): string[] {
  const times = new Map<string, number>();
  for (const { own } of found) times.set(own, (times.get(own) ?? 0) + 1);
  return [...times].filter(([, count]) => count >= most).map(([own]) => own);
}

/** How many agreements of each strength, written so that more of the stronger comes later in the alphabet. */
function counted(shared: readonly Comparable[]): string {
  return strengths
    .map((strength) => `${shared.filter((each) => each.strength === strength).length}`.padStart(4, '0'))
    .join();
}

export const countsOf = (matches: readonly { strength: Strength }[]): Record<Strength, number> => ({
  strong: matches.filter(({ strength }) => strength === 'strong').length,
  likely: matches.filter(({ strength }) => strength === 'likely').length,
  possible: matches.filter(({ strength }) => strength === 'possible').length,
});
