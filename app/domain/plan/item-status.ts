/** How an item of the plan stands. Nobody has said so yet: it has none of these. */
export const itemStatuses = {
  not_started: 'Not started',
  on_track: 'On track',
  at_risk: 'At risk',
  delivered: 'Delivered',
} as const;
export type ItemStatus = keyof typeof itemStatuses;

export const isItemStatus = (status: string): status is ItemStatus => Object.hasOwn(itemStatuses, status);

/** The longest note to a status, in characters. */
export const longestStatusNote = 1000;
