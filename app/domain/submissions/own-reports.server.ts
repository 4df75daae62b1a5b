import type { Ctx } from '../context.ts';
import { isId } from '../is-id.ts';
import { agreedFor } from '../partners/organisation.server.ts';
import { partnerStatus, type PartnerStatus } from '../triage/outcomes.ts';
import type { Status } from '../triage/statuses.ts';
import { requireReporter } from './drafts.server.ts';

export type DraftLine = { id: string; createdAt: Date; updatedAt: Date; expiresAt: Date };
export type SentLine = {
  id: string;
  reference: string;
  submittedAt: Date;
  status: PartnerStatus;
  outcome: string | null;
};
/** `covers`: the organisation's agreement lets one stand in for colleagues. */
export type OwnReports = { drafts: DraftLine[]; sent: SentLine[]; older: string | null; covers: boolean };

const PAGE = 25;

/**
 * A reporter's own reports: what is not sent yet, and what is, newest first, with its neutral status.
 * `before` is the last line of the page before, "<ISO time>_<id>"; anything else is the first page.
 */
export async function ownReports(ctx: Ctx, input: { before: string | null }): Promise<OwnReports> {
  const { accountId, organisationId } = requireReporter(ctx);
  const drafts = await ctx.db.draft.findMany({
    where: { accountId },
    orderBy: { updatedAt: 'desc' },
    select: { id: true, createdAt: true, updatedAt: true, expiresAt: true },
  });
  const after = readCursor(input.before);
  const rows = await ctx.db.submission.findMany({
    where: {
      submittedBy: accountId,
      ...(after
        ? { OR: [{ submittedAt: { lt: after.at } }, { submittedAt: after.at, id: { gt: after.id } }] }
        : {}),
    },
    orderBy: [{ submittedAt: 'desc' }, { id: 'asc' }],
    take: PAGE + 1,
    select: { id: true, reference: true, submittedAt: true, status: true, outcome: true },
  });
  const sent = rows.slice(0, PAGE).map((row) => ({ ...row, status: partnerStatus(row.status as Status) }));
  const last = sent.at(-1);
  return {
    covers: (await agreedFor(ctx.db, organisationId)).cover,
    drafts: after ? [] : drafts,
    sent,
    older: rows.length > PAGE && last ? `${last.submittedAt.toISOString()}_${last.id}` : null,
  };
}

function readCursor(text: string | null): { at: Date; id: string } | null {
  const [time = '', id = ''] = (text ?? '').split('_');
  // Only what the page itself writes: the database knows fewer years than a Date.
  if (!/^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time) || !isId(id)) return null;
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? null : { at, id };
}
