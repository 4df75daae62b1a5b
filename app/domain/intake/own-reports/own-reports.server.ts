import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { isId } from '../../kernel/id.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { agreedFor } from '../../people/organisations/organisation.server.ts';
import {
  partnerOutcome,
  partnerStatus,
  type PartnerOutcome,
  type PartnerStatus,
} from '../../kernel/outcomes.ts';
import { finalStatuses } from '../../kernel/statuses.ts';
import { promiseParts, reportPromise, type ReportPromise } from '../../submission/partner-promise.server.ts';
import { requireReporter } from '../drafts/drafts.server.ts';

export type DraftLine = {
  id: string;
  /** The reference that the writer's own organisation gave it; null where none is typed yet. */
  partnerReference: string | null;
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
  outcome: PartnerOutcome | null;
  promise: ReportPromise;
};
/** A report about which the police wait for an answer. */
export type Question = Pick<SentLine, 'id' | 'reference'>;
/** `covers`: the organisation's agreement lets one stand in for colleagues. */
export type OwnReports = {
  drafts: DraftLine[];
  questions: Question[];
  sent: SentLine[];
  older: string | null;
  covers: boolean;
};

const PAGE = 25;
const ended = [...finalStatuses];

/**
 * A reporter's own reports: what is not sent yet, the questions that wait for an answer, and what is sent: what is open
 * before what has ended, each newest first, with its neutral status. `before` is the last line of the page before,
 * "<open|ended>_<ISO time>_<id>"; anything else is the first page.
 */
export async function ownReports(ctx: Ctx, input: { before: string | null }): Promise<OwnReports> {
  const { accountId, organisationId } = requireReporter(ctx);
  const after = readCursor(input.before);
  const drafts = after ? [] : await draftLines(ctx, accountId);
  const open = after?.part === 'ended' ? [] : await sentRows(ctx, accountId, 'open', PAGE + 1, after);
  const room = PAGE + 1 - open.length;
  const rest =
    room > 0 ? await sentRows(ctx, accountId, 'ended', room, after?.part === 'ended' ? after : null) : [];
  const rows = [...open, ...rest];
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const force = await currentForce(ctx.db, ctx);
  const now = ctx.clock.now();
  return {
    covers: (await agreedFor(ctx.db, organisationId)).cover,
    drafts,
    questions: after ? [] : await questionsTo(ctx, accountId),
    sent: shown.map((row) => ({
      id: row.id,
      reference: row.reference,
      submittedAt: row.submittedAt,
      status: partnerStatus(row.status, { held: row.claimedBy !== null }),
      outcome: partnerOutcome(row.status, row.outcome),
      promise: reportPromise(row, force, now),
    })),
    older:
      rows.length > PAGE && last
        ? `${ended.includes(last.status) ? 'ended' : 'open'}_${last.submittedAt.toISOString()}_${last.id}`
        : null,
  };
}

type Part = 'open' | 'ended';
type Cursor = { part: Part; at: Date; id: string };

function sentRows(ctx: Ctx, submittedBy: string, part: Part, take: number, after: Cursor | null) {
  return ctx.db.submission.findMany({
    where: {
      submittedBy,
      status: part === 'open' ? { notIn: ended } : { in: ended },
      ...(after
        ? { OR: [{ submittedAt: { lt: after.at } }, { submittedAt: after.at, id: { gt: after.id } }] }
        : {}),
    },
    orderBy: [{ submittedAt: 'desc' }, { id: 'asc' }],
    take,
    select: { ...promiseParts, id: true, reference: true, outcome: true },
  });
}

/** The oldest first: it waits longest. */
function questionsTo(ctx: Ctx, submittedBy: string): Promise<Question[]> {
  return ctx.db.submission.findMany({
    where: { submittedBy, status: 'clarification' },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    take: PAGE,
    select: { id: true, reference: true },
  });
}

type DraftRow = Omit<DraftLine, 'code' | 'ageDays'>;

/** Of the answers only what the list shows is read. */
async function draftLines(ctx: Ctx, accountId: Id<'Account'>): Promise<DraftLine[]> {
  const rows = await ctx.db.$queryRaw<DraftRow[]>`
    SELECT id, (SELECT nullif(trim(draft.answers ->> (meanings ->> 'partner.reference')), '') FROM form_version
        WHERE form_version.version = draft.form_version) AS "partnerReference", created_at AS "createdAt",
      updated_at AS "updatedAt", expires_at AS "expiresAt",
      says_danger AS danger
    FROM draft WHERE account_id = ${accountId}::uuid ORDER BY says_danger DESC, updated_at DESC, id`;
  const now = ctx.clock.now().getTime();
  return rows.map((row) => ({
    ...row,
    code: row.id.slice(0, 6).toUpperCase(),
    ageDays: Math.max(0, Math.floor((now - row.createdAt.getTime()) / (24 * 60 * 60_000))),
  }));
}

function readCursor(text: string | null): Cursor | null {
  const [part = '', time = '', id = ''] = (text ?? '').split('_');
  if (part !== 'open' && part !== 'ended') return null;
  // Only what the page itself writes: the database knows fewer years than a Date.
  if (!/^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time) || !isId(id)) return null;
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? null : { part, at, id };
}
