import type { SettingRow } from '#app/domain/admin/settings/setting-rows.ts';
import type { ClockTarget } from '#app/domain/force/clocks.ts';
import { positions } from '#app/domain/people/duty/positions.ts';
import type { SettingPart } from '#app/domain/force/setting-parts.ts';
import { priorityWords } from '#app/domain/kernel/report-labels.ts';
import type { Priority } from '#app/domain/kernel/statuses.ts';
import { outsideKinds } from '#app/domain/kernel/recipients.ts';
import { writtenSpan } from '#app/domain/kernel/written-span.ts';

type PartWords = { title: string; one: string; about: string; add: string | null };

/** What each part is called, what it is for, and how a row is added where one may be. */
export const partWords: Readonly<Record<SettingPart, PartWords>> = {
  signposts: {
    title: 'Signposts',
    one: 'Signpost',
    about:
      'Who else can be called. Partners read them at the foot of every page, in the form and under Help.',
    add: 'Add a signpost',
  },
  recipients: {
    title: 'Recipients outside the force',
    one: 'Recipient',
    about: 'Whom officers choose by name when an item leaves the force.',
    add: 'Add a recipient',
  },
  escalation: {
    title: 'Alert steps',
    one: 'Alert step',
    about:
      'Who is told, and when, while nobody has claimed a High report. A change takes another administrator.',
    add: 'Add a step',
  },
  clocks: {
    title: 'Times',
    one: 'Times',
    about:
      'By when a report is seen, assessed and answered, and an item acknowledged. A change takes another administrator. Reports that were sent keep their times.',
    add: null,
  },
};

export const clockWords = {
  first_seen: 'First seen',
  assessed: 'Assessed',
  answered: 'Answered',
  acknowledged: 'Item acknowledged',
} as const;

/** How long a clock runs, as people say it. */
export const clockTargetWords = ({ minutes, basis }: ClockTarget): string =>
  basis === 'wall'
    ? `${writtenSpan(minutes)}, day and night`
    : writtenSpan(minutes).replaceAll(/hour|minute/g, 'working $&');

/** What a row is called in a list. */
export function rowTitle(code: string, row: SettingRow): string {
  if (row.part === 'clocks') return priorityWords[code as Priority];
  if (row.part === 'escalation')
    return row.afterMinutes === 0 ? 'At once' : `After ${writtenSpan(row.afterMinutes)}`;
  return row.name;
}

/** Whether a time runs only while the force's offices work. */
export const isWorking = (row: SettingRow | null, clock: string): boolean =>
  row?.part === 'clocks' && row.working?.includes(clock) === true;

/** What a row says, line by line. */
export function rowLines(row: SettingRow): string[] {
  switch (row.part) {
    case 'signposts':
      return [row.phone, row.text, ...(row.url === null ? [] : [row.url])];
    case 'recipients':
      return [outsideKinds[row.kind], row.post];
    case 'escalation':
      return [
        row.positions.map((position) => positions[position].label).join(', '),
        ...(row.tellMdsLead ? ['The MDS lead is told who holds it, without content'] : []),
      ];
    case 'clocks':
      return (Object.keys(clockWords) as (keyof typeof clockWords)[]).map(
        (clock) =>
          `${clockWords[clock]}: ${clockTargetWords({ minutes: row[clock], basis: isWorking(row, clock) ? 'working' : 'wall' })}`,
      );
  }
}
