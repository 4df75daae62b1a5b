/** Somebody's age as a report gives it, on the day it was sent. `birth` is "1990-02-28". */
export type Age = { birth: string | null; range: string | null; on: Date };

/**
 * - `same_birth`: the same date of birth.
 * - `fits`: nothing speaks against one person, and both say something.
 * - `differs`: they cannot be one person unless a report is wrong.
 */
export type AgeAgreement = 'same_birth' | 'fits' | 'differs' | 'not_known';

/** The ranges of the form, in years of age, in their order. */
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  under_12: [0, 11],
  '12_to_15': [12, 15],
  '16_to_17': [16, 17],
  '18_to_24': [18, 24],
  '25_to_34': [25, 34],
  '35_to_49': [35, 49],
  '50_to_64': [50, 64],
  '65_or_over': [65, 130],
};

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
  return range !== null && Object.hasOwn(ranges, range) ? (ranges[range] ?? null) : null;
}
