import { Prisma } from '#app/platform/db/generated/client.ts';

/** The same as `saysDangerInDraft`, of a row of the table `draft`: a list reads nothing else of the answers. */
export const draftSaysDanger = Prisma.sql`(
  coalesce(draft.answers ->> 'danger', '') IN ('now', 'soon') OR coalesce(draft.answers ->> 'child', '') = 'in_danger'
  OR coalesce(draft.unfinished #>> '{page danger,posted,danger}', '') IN ('now', 'soon')
  OR coalesce(draft.unfinished #>> '{page danger,posted,child}', '') = 'in_danger'
)`;
