import { foldedName } from '#app/domain/kernel/normalise.ts';
import { matchesOf, type Place } from '#app/domain/kernel/text-patterns.ts';
import { wordsOf } from '#app/domain/kernel/words-of-text.ts';
import type { SanitisationWarning, WarningKind } from './sanitisation.ts';

/** What points at few people without naming any: of each the officer says whether it stays or is made wider. */
const narrowingKinds: readonly WarningKind[] = [
  'full_address',
  'exact_date',
  'exact_time',
  'number_in_group',
  'relation',
  'sole_sector',
];
export const narrows = ({ kind }: Pick<SanitisationWarning, 'kind'>): boolean =>
  narrowingKinds.includes(kind);

const numbers = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2})';
const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const streets =
  '(?:street|st|road|rd|lane|avenue|ave|close|drive|way|court|crescent|place|terrace|gardens|grove|square|hill|row|walk|mews|parade|green|rise|park|croft|house)';
const roles =
  '(?:cleaner|cook|chef|waiter|waitress|gardener|nanny|au pair|carer|receptionist|housekeeper|caretaker|cashier|security guard|bookkeeper|landlord|landlady|nephew|niece|grandmother|grandfather|lodger|tenant|pupil|student)';

/** Bounded as those of text-patterns are: the work at each place of a text has a limit. */
const patterns: readonly [WarningKind, RegExp][] = [
  [
    'full_address',
    new RegExp(
      `(?<![\\w£$€.])(?:(?:flat|unit|room) \\d{1,4}[a-z]?,? )?\\d{1,4}[a-z]?,? (?:[\\p{L}'’-]{2,20} ){1,3}${streets}(?![\\p{L}\\p{N}])`,
      'giu',
    ),
  ],
  ['full_address', /(?<![a-z\d])[a-z]{1,2}\d[a-z\d]? {0,2}\d[a-z]{2}(?![a-z\d])/giu],
  [
    'exact_date',
    new RegExp(`(?<!\\d)\\d{1,2}(?:st|nd|rd|th)? (?:of )?${months}(?![\\p{L}])(?: \\d{4})?`, 'giu'),
  ],
  [
    'exact_date',
    new RegExp(`(?<![\\p{L}])${months} \\d{1,2}(?:st|nd|rd|th)?(?![\\d:])(?:,? \\d{4})?`, 'giu'),
  ],
  ['exact_date', /(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/.-])/gu],
  ['exact_date', /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu],
  [
    'number_in_group',
    new RegExp(
      `(?<![\\p{L}\\p{N}])${numbers} (?:out )?of (?:the |their |these |those )?${numbers}(?![\\p{L}\\p{N}])`,
      'giu',
    ),
  ],
  [
    'number_in_group',
    new RegExp(
      `(?<![\\p{L}])the (?:only|other ${numbers}|youngest|oldest|eldest|newest|last)(?![\\p{L}])`,
      'giu',
    ),
  ],
  ['relation', new RegExp(`(?<![\\p{L}])(?:the|his|her|their) ${roles}(?![\\p{L}])`, 'giu')],
];

/** What the checks do not find in the words alone. `soleSectors`: kinds of work of which one organisation alone told. */
type Known = { soleSectors: readonly string[] };

/** What in the text points at few people, besides what `checkSanitised` finds of relations and times. */
export function narrowingPlaces(text: string, { soleSectors }: Known): (Place & { kind: WarningKind })[] {
  const found = patterns.flatMap(([kind, pattern]) =>
    [...matchesOf(pattern, text)].map(({ start, end }) => ({ kind, start, end })),
  );
  const words = wordsOf(text);
  const sectors = soleSectors.flatMap(partsOfLabel).flatMap((part) => {
    const wanted = wordsOf(part).map(({ folded }) => folded);
    return words.flatMap((first, at) => {
      const last = words[at + wanted.length - 1];
      const same = wanted.every((word, offset) => {
        const folded = words[at + offset]?.folded;
        return folded === word || folded === `${word}s`;
      });
      return same && last ? [{ kind: 'sole_sector' as const, start: first.start, end: last.end }] : [];
    });
  });
  return [...found, ...sectors];
}

/** "Restaurant, takeaway or hotel" is three kinds of work. */
const partsOfLabel = (label: string): string[] =>
  label.split(/,| and | or /u).flatMap((part) => (part.trim().length > 2 ? [part.trim()] : []));

/** Stands for what was found, so that a decision holds for the same words wherever they move in the text. */
export const narrowingMark = (kind: WarningKind, passage: string): string => `${kind} ${foldedName(passage)}`;

/** What an officer said of one of them, as it is posted: "keep" or "widen" with its mark. */
export const decisionOf = (decision: 'keep' | 'widen', mark: string): string => `${decision} ${mark}`;

/** As many are asked at once: a text with more of them is made wider first. */
export const mostNarrowing = 20;

/** Each of them once, however often the text says it, in the order of the text. */
export const narrowingOf = <Found extends { mark: string | null; start: number }>(
  warnings: readonly Found[],
): (Found & { mark: string })[] =>
  [
    ...new Map(
      warnings.flatMap((found) =>
        found.mark === null ? [] : [[found.mark, { ...found, mark: found.mark }] as const],
      ),
    ).values(),
  ].sort((one, other) => one.start - other.start);
