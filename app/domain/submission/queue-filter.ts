import { channels, type Channel } from '#app/domain/kernel/report-labels.ts';
import type { Priority } from '#app/domain/kernel/statuses.ts';

/** How old a submission is, in days since it was sent. */
export const ages = {
  'under-1': { label: 'Less than a day', from: 0, to: 1 },
  'over-1': { label: 'More than 1 day', from: 1, to: null },
  'over-7': { label: 'More than 7 days', from: 7, to: null },
  'over-28': { label: 'More than 28 days', from: 28, to: null },
} as const satisfies Record<string, { label: string; from: number; to: number | null }>;
export type Age = keyof typeof ages;

/** The orders of a work list. `priority` is the working order: by priority, then the oldest. */
export const queueSorts = ['priority', 'received', 'newest', 'due'] as const;
export type QueueSort = (typeof queueSorts)[number];

/** The filters of a work list; null where one is not set. `area` is a code, or `none` for what counts to no area. */
export type QueueFilter = {
  area: string | null;
  type: string | null;
  channel: Channel | null;
  priority: Priority | null;
  age: Age | null;
  item: string | null;
  sort: QueueSort;
};

/** The names of the filter in an address, in the order in which it is written. */
export const filterNames = ['area', 'type', 'channel', 'priority', 'age', 'item', 'sort'] as const;

export const noFilter: QueueFilter = {
  area: null,
  type: null,
  channel: null,
  priority: null,
  age: null,
  item: null,
  sort: 'priority',
};

const priorities: readonly Priority[] = ['high', 'medium', 'low'];
const oneOf = <Code extends string>(codes: readonly Code[], typed: string | null): Code | null =>
  codes.find((code) => code === typed) ?? null;
const codeOf = (typed: string | null, shape: RegExp): string | null =>
  typed !== null && shape.test(typed) ? typed : null;

/** Reads a filter from an address or a kept query. What is no code of the portal's narrows nothing. */
export function readFilter(query: URLSearchParams): QueueFilter {
  return {
    area: codeOf(query.get('area'), /^[A-Za-z0-9-]{1,40}$/),
    type: codeOf(query.get('type'), /^[a-z_]{1,40}$/),
    channel: oneOf(channels, query.get('channel')),
    priority: oneOf(priorities, query.get('priority')),
    age: oneOf(Object.keys(ages) as Age[], query.get('age')),
    item: codeOf(query.get('item'), /^[A-Za-z0-9 .-]{1,40}$/),
    sort: oneOf(queueSorts, query.get('sort')) ?? 'priority',
  };
}

/** The filter as the end of an address, always written the same way; nothing for what narrows nothing. */
export function writeFilter(filter: QueueFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of filterNames) {
    const value = filter[name];
    if (value !== null && !(name === 'sort' && value === 'priority')) query.set(name, value);
  }
  return query;
}

/** An order alone does not narrow the list. */
export const isNarrowed = (filter: QueueFilter): boolean =>
  filterNames.some((name) => name !== 'sort' && filter[name] !== null);
