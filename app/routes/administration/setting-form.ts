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
const minutes = (missing: string, name: string, least: number) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .regex(/^\d{1,6}$/, `${name} must be a whole number, like 60`)
    .transform(Number)
    .refine(
      (count) => count >= least && count <= mostMinutes,
      `${name} must be ${least} or more, and a year at most`,
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
    afterMinutes: minutes('Enter after how many minutes', 'Minutes of waiting', 0),
    positions: z.array(z.enum(dutyPositions)).min(1, 'Select who is told'),
    tellMdsLead: tick(),
    ...always,
  }),
  clocks: z.object({
    first_seen: minutes('Enter within how many minutes it is seen', 'Minutes until it is seen', 1),
    assessed: minutes('Enter within how many minutes it is assessed', 'Minutes until it is assessed', 1),
    answered: minutes('Enter within how many minutes it is answered', 'Minutes until it is answered', 1),
    acknowledged: minutes(
      'Enter within how many minutes an item is acknowledged',
      'Minutes until an item is acknowledged',
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
  return value === null ? '' : String(value);
}
