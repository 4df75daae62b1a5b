import { z } from 'zod';
import { fieldsOf, type SettingField, type SettingRow } from '#app/domain/admin/settings/setting-rows.ts';
import { dutyPositions } from '#app/domain/force/pack-settings.ts';
import type { SettingPart } from '#app/domain/force/setting-parts.ts';
import {
  dateValues,
  day,
  expectedVersion,
  oneOf,
  optionalText,
  text,
  tick,
} from '#app/domain/kernel/fields.ts';
import { outsideKinds, type OutsideKind } from '#app/domain/kernel/recipients.ts';
import { readWrittenSpan, writtenSpan } from '#app/domain/kernel/written-span.ts';

/** Of whatever part: its version, from when it holds, and whether the row goes. */
const always = {
  expectedVersion: expectedVersion(),
  from: day({
    missing: 'Enter the day from which it holds',
    wrong: 'The day from which it holds must be a real date',
  }),
  remove: tick(),
};

const mostMinutes = 60 * 24 * 365;
const span = (missing: string, name: string, least: number) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .transform((typed) => readWrittenSpan(typed) ?? Number.NaN)
    .refine(
      (count) => !Number.isNaN(count),
      `${name} must be in hours or minutes, like 24 hours or 30 minutes`,
    )
    .refine(
      (count) => Number.isNaN(count) || (count >= least && count <= mostMinutes),
      `${name} must be ${writtenSpan(least)} or more, and a year at most`,
    );

/** The address of a website of somebody else, or none. */
const website = optionalText({ name: 'Website', limit: 300 }).refine(
  (typed) => typed === null || (typed.startsWith('https://') && URL.canParse(typed)),
  'Enter a website that begins with https://',
);

const schemas = {
  signposts: z.object({
    name: text({ missing: 'Enter the name', name: 'Name', limit: 120 }),
    phone: text({ missing: 'Enter the telephone number', name: 'Telephone number', limit: 60 }),
    text: text({ missing: 'Enter what they help with', name: 'What they help with', limit: 300 }),
    url: website,
    ...always,
  }),
  recipients: z.object({
    kind: oneOf(Object.keys(outsideKinds) as OutsideKind[], 'Select what they are'),
    name: text({ missing: 'Enter the name', name: 'Name', limit: 120 }),
    post: text({ missing: 'Enter the post', name: 'Post', limit: 120 }),
    ...always,
  }),
  escalation: z.object({
    afterMinutes: span('Enter after how long they are told', 'Time of waiting', 0),
    positions: z.array(z.enum(dutyPositions)).min(1, 'Select who is told'),
    tellMdsLead: tick(),
    ...always,
  }),
  clocks: z.object({
    first_seen: span('Enter within how long it is seen', 'Time until it is seen', 1),
    assessed: span('Enter within how long it is assessed', 'Time until it is assessed', 1),
    answered: span('Enter within how long it is answered', 'Time until it is answered', 1),
    acknowledged: span(
      'Enter within how long an item is acknowledged',
      'Time until an item is acknowledged',
      1,
    ),
    ...always,
  }),
} as const;

/** The form of a row of a part: what it says, from when, and what it was made from. `row` null: the row goes. */
export const settingForm = (part: SettingPart) =>
  schemas[part].transform(({ expectedVersion, from, remove, ...fields }) => ({
    expectedVersion,
    from,
    row: remove ? null : ({ part, ...fields } as SettingRow),
  }));

/** Nothing is typed but the day: every row goes back to what the pack says. */
export const backToPackForm = z
  .object(always)
  .transform(({ expectedVersion, from }) => ({ expectedVersion, from, row: null }));

/** What the fields hold before anything was posted. `today`: "2016-01-18". */
export function settingValues(row: SettingRow | null, today: string): Record<string, string | string[]> {
  const held = Object.entries(row === null ? {} : fieldsOf(row)).map(
    ([name, value]): [string, string | string[]] => [name, shown(value)],
  );
  return { ...Object.fromEntries(held), ...dateValues('from', today) };
}

function shown(value: SettingField): string | string[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'boolean') return value ? 'yes' : '';
  // The numbers of settings are all minutes.
  if (typeof value === 'number') return writtenSpan(value);
  return value ?? '';
}
