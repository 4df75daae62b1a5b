import { z } from 'zod';
import type { Code, HandlingCode } from './grading.ts';

/**
 * The grade of the scheme before 3x5x2, as it was written: source A to E, information 1 to 5, handling 1 to 5, "E41".
 * Kept beside the grade of an item that was graded by it at the time, for whoever compares it with the record. No
 * published table turns one into the other, so it is never worked out (decision 0027).
 */
export type FiveByFive = string;

/** A grade as it stands with an item, if any, and what the force's pack says of the scheme. */
export type FiveByFiveShown = { grade: FiveByFive | null; pack: FiveByFivePack | null };

/** Where the meaning of source and information comes from, in our words; that of handling is the force's own. */
export const fiveByFiveSources = [
  { code: 'A', label: 'Always reliable' },
  { code: 'B', label: 'Mostly reliable' },
  { code: 'C', label: 'Sometimes reliable' },
  { code: 'D', label: 'Unreliable' },
  { code: 'E', label: 'Untested' },
] as const satisfies Pick<Code<string>, 'code' | 'label'>[];

export const fiveByFiveInformation = [
  { code: '1', label: 'Known to be true without reservation' },
  { code: '2', label: 'Known to the source at first hand, not to the officer' },
  { code: '3', label: 'Not known to the source at first hand, but corroborated' },
  { code: '4', label: 'Cannot be judged' },
  { code: '5', label: 'Suspected to be false or malicious' },
] as const satisfies Pick<Code<string>, 'code' | 'label'>[];

const handlingDigits = ['1', '2', '3', '4', '5'] as const;

/** The settings of the scheme in a pack: its last day, and the wording of the handling codes that the force confirms. */
export const fiveByFivePackSchema = z.strictObject({
  /** The last day of which reports were graded so, "2016-12-31". */
  lastDay: z.iso.date(),
  handling: z.record(z.enum(handlingDigits), z.string().trim().min(1)),
});
export type FiveByFivePack = z.infer<typeof fiveByFivePackSchema>;

/** Whether a report of that day, "2016-01-18", is of the time of the scheme. */
export const isOfFiveByFiveTime = (pack: FiveByFivePack | null, day: string): boolean =>
  pack !== null && day <= pack.lastDay;

/** Handling 4 keeps it within the force and 5 within conditions: never "lawful sharing permitted" alone. */
const restrains = (grade: FiveByFive): boolean => grade.endsWith('4') || grade.endsWith('5');

/** Within the force that graded it only. */
export const staysWithinForce = (grade: FiveByFive | null): boolean => grade?.endsWith('4') ?? false;

/** Reads what was typed; "e 41" is E41, and nothing typed is null. */
export function readFiveByFive(
  typed: string | undefined,
  about: { ofItsTime: boolean; handling: HandlingCode | null },
): { grade: FiveByFive | null } | { field: 'fiveByFive' | 'handling'; problem: string } {
  const written = (typed ?? '').replace(/\s/gu, '').toUpperCase();
  if (written === '') return { grade: null };
  if (!about.ofItsTime)
    return { field: 'fiveByFive', problem: 'This report is later than 5x5x5. Leave the 5x5x5 grade empty' };
  if (!/^[A-E][1-5][1-5]$/.test(written))
    return { field: 'fiveByFive', problem: 'Enter the 5x5x5 grade as a letter and two numbers, like E41' };
  if (about.handling === 'P' && restrains(written))
    return {
      field: 'handling',
      problem: `5x5x5 handling ${written.slice(-1)} limits who may have it: select C and its conditions`,
    };
  return { grade: written };
}

/** The meaning of each code of a written grade, in the order of the grade. */
export function fiveByFiveInWords(grade: FiveByFive, pack: FiveByFivePack | null): string[] {
  const [source = '', information = '', handling = ''] = grade;
  return [
    `Source ${source}: ${labelOf(fiveByFiveSources, source)}.`,
    `Information ${information}: ${labelOf(fiveByFiveInformation, information)}.`,
    `Handling ${handling}${pack ? `: ${pack.handling[handling as (typeof handlingDigits)[number]]}` : ''}`,
  ];
}

const labelOf = (codes: readonly Pick<Code<string>, 'code' | 'label'>[], code: string): string =>
  codes.find((each) => each.code === code)?.label ?? 'not known';
