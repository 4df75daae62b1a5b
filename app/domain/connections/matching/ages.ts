import { ageRanges } from '../../form/says-child.ts';

/** Somebody's age as a report gives it, on the day it was sent. `birth` is "1990-02-28". */
export type Age = { birth: string | null; range: string | null; on: Date };

/**
 * - `same_birth`: the same date of birth.
 * - `fits`: nothing speaks against one person, and both say something.
 * - `differs`: they cannot be one person unless a report is wrong.
 */
export type AgeAgreement = 'same_birth' | 'fits' | 'differs' | 'not_known';

/** An age is often guessed: this many years beside a range still fit it. */
const MARGIN = 3;

export function agesAgree(one: Age, other: Age): AgeAgreement {
  if (one.birth !== null && other.birth !== null) return one.birth === other.birth ? 'same_birth' : 'differs';
  const [first, second] = [yearsOf(one), yearsOf(other)];
  if (!first || !second) return 'not_known';
  const apart = Math.max(first[0] - second[1], second[0] - first[1]);
  return apart > MARGIN ? 'differs' : 'fits';
}

function yearsOf({ birth, range, on }: Age): readonly [number, number] | null {
  if (birth !== null) {
    const [year = 0, month = 1, day = 1] = birth.split('-').map(Number);
    const before = on.getUTCMonth() + 1 < month || (on.getUTCMonth() + 1 === month && on.getUTCDate() < day);
    const age = on.getUTCFullYear() - year - (before ? 1 : 0);
    return [age, age];
  }
  return range !== null && Object.hasOwn(ageRanges, range) ? (ageRanges[range] ?? null) : null;
}
