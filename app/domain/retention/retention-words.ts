/** Why a report does not go now, as the database says it (`kept_because`). */
export type KeptBecause = 'open' | 'unread' | 'hold' | 'linked_hold' | 'linked_open' | 'task' | 'not_due';

export const keptWords: Readonly<Record<KeptBecause, string>> = {
  open: 'It has not ended.',
  unread: 'Something was added that no officer has marked as read.',
  hold: 'It is on legal hold.',
  linked_hold: 'A report that it is linked to is on legal hold.',
  linked_open: 'A report that it is linked to is open.',
  task: 'A task of it is open.',
  not_due: 'Its time has not run out.',
};

/**
 * The grounds on which a report is kept after its time: the questions of the national retention assessment criteria, as the
 * force works by them.
 */
export const grounds = {
  pattern: 'It shows offending that was planned, repeated or organised',
  vulnerable: 'A child or an adult at risk is concerned',
  risk: 'Somebody in it may still do serious harm',
  similar: 'Other information says that it may happen again',
  proceedings: 'It is or may be needed for a case, an inquiry or a complaint',
} as const;
export type Ground = keyof typeof grounds;
export const groundCodes = Object.keys(grounds) as [Ground, ...Ground[]];

/** What is due, what another proposed, what is on hold; each by reports that are there. */
export const retentionViews = ['due', 'proposed', 'held'] as const;
export type RetentionView = (typeof retentionViews)[number];

/** A count that stops at so many: what is due is worked off, and nobody needs to know how much more it is. */
export const mostCounted = 1000;
