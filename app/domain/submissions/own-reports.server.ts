import type { Ctx } from '../context.ts';
import { isId } from '../is-id.ts';
import { agreedFor } from '../partners/organisation.server.ts';
import { partnerStatus, type PartnerStatus } from '../triage/outcomes.ts';
import type { Status } from '../triage/statuses.ts';
import { requireReporter } from './drafts.server.ts';

export type DraftLine = {
  id: string;
  /** The reference that the writer's own organisation gave it; null where none is typed yet. */
  ownReference: string | null;
  /** Tells unsent reports apart: of random letters and figures, and no reference that the police know. */
  code: string;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
  /** Whole days since it was started. */
  ageDays: number;
  /** It says that somebody is or could soon be in danger, and nobody has been told. */
  danger: boolean;
};
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
  const after = readCursor(input.before);
  const drafts = after ? [] : await draftLines(ctx, accountId);
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
    drafts,
    sent,
    older: rows.length > PAGE && last ? `${last.submittedAt.toISOString()}_${last.id}` : null,
  };
}

type DraftRow = Omit<DraftLine, 'code' | 'ageDays'>;

/** Of the answers only what the list shows is read. */
async function draftLines(ctx: Ctx, accountId: string): Promise<DraftLine[]> {
  const rows = await ctx.db.$queryRaw<DraftRow[]>`
    SELECT id, nullif(trim(answers ->> 'ownReference'), '') AS "ownReference", created_at AS "createdAt",
      updated_at AS "updatedAt", expires_at AS "expiresAt",
      coalesce(answers ->> 'danger', '') IN ('now', 'soon') OR coalesce(answers ->> 'child', '') = 'in_danger' AS danger
    FROM draft WHERE account_id = ${accountId}::uuid ORDER BY updated_at DESC, id`;
  const now = ctx.clock.now().getTime();
  return rows.map((row) => ({
    ...row,
    code: row.id.slice(0, 6).toUpperCase(),
    ageDays: Math.max(0, Math.floor((now - row.createdAt.getTime()) / (24 * 60 * 60_000))),
  }));
}

function readCursor(text: string | null): { at: Date; id: string } | null {
  const [time = '', id = ''] = (text ?? '').split('_');
  // Only what the page itself writes: the database knows fewer years than a Date.
  if (!/^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time) || !isId(id)) return null;
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? null : { at, id };
}
