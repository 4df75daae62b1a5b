import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { currentForce } from '../../force/current-force.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { isId } from '../../kernel/id.ts';
import {
  partnerOutcome,
  partnerStatus,
  type PartnerOutcome,
  type PartnerStatus,
} from '../../kernel/outcomes.ts';
import { parseReference } from '../../kernel/reference.ts';
import { statuses } from '../../kernel/statuses.ts';
import { promiseParts, reportPromise, type ReportPromise } from '../../submission/partner-promise.server.ts';

/** A report in a list of its partner's. */
export type SentReport = {
  id: string;
  reference: string;
  /** By what the partner knows it; null where they said nothing. */
  partnerReference: string | null;
  submittedAt: Date;
  status: PartnerStatus;
  outcome: PartnerOutcome | null;
  promise: ReportPromise;
  /** Null where an officer entered it for somebody without an account. */
  sentBy: string | null;
};

/** `older` is where the next page begins; null on the last. */
export type SentReports = { sent: SentReport[]; older: string | null };

/** Whose reports: each of these is read from an index of its own. */
type Whose = Pick<Prisma.SubmissionWhereInput, 'submittedBy' | 'organisationId'>;

/** `status`: only those that stand so to their partner. */
export type ListInput = { before: string | null; status?: PartnerStatus | null };

const PAGE = 25;

/**
 * What a partner sent: what is open before what has ended, each newest first. `before` is `older` of the page before,
 * "<open|ended>_<ISO time>_<id>"; anything else is the first page.
 */
export async function sentReports(
  db: Ctx['db'] | Tx,
  ctx: Ctx,
  whose: Whose,
  { before, status = null }: ListInput,
): Promise<SentReports> {
  const after = readCursor(before);
  const of = [whose, ...(status === null ? [] : [standsAs(status)])];
  const open = after?.part === 'ended' ? [] : await rowsOf(db, of, 'open', PAGE + 1, after);
  const room = PAGE + 1 - open.length;
  const ended = room > 0 ? await rowsOf(db, of, 'ended', room, after?.part === 'ended' ? after : null) : [];
  const rows = [...open, ...ended];
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    sent: await linesOf(db, ctx, shown),
    older:
      rows.length > PAGE && last
        ? `${shown.length > open.length ? 'ended' : 'open'}_${last.submittedAt.toISOString()}_${last.id}`
        : null,
  };
}

/** `more`: not all that was found. */
export type FoundReports = { sent: SentReport[]; more: boolean };

/** The longest reference that is looked for, in characters. */
export const longestSought = 100;

/**
 * The newest of them whose reference, or whose partner's own, has this in it, as it is typed anywhere; and whether there are
 * more. Read row by row, so only for the reports of one person.
 */
export async function findSent(
  db: Ctx['db'] | Tx,
  ctx: Ctx,
  whose: Required<Pick<Whose, 'submittedBy'>>,
  sought: string,
): Promise<FoundReports> {
  const has = (text: string) => ({ contains: text, mode: 'insensitive' as const });
  const rows = await db.submission.findMany({
    where: {
      ...whose,
      OR: [{ reference: has(parseReference(sought) ?? sought) }, { partnerReference: has(sought) }],
    },
    orderBy: [{ submittedAt: 'desc' }, { id: 'asc' }],
    take: PAGE + 1,
    select: lineParts,
  });
  return { sent: await linesOf(db, ctx, rows.slice(0, PAGE)), more: rows.length > PAGE };
}

const lineParts = {
  ...promiseParts,
  id: true,
  reference: true,
  partnerReference: true,
  outcome: true,
  submittedBy: true,
  enteredBy: true,
  submittedByAccount: { select: { displayName: true } },
} satisfies Prisma.SubmissionSelect;

type Row = Prisma.SubmissionGetPayload<{ select: typeof lineParts }>;
type Part = 'open' | 'ended';
type Cursor = { part: Part; at: Date; id: string };

function rowsOf(
  db: Ctx['db'] | Tx,
  of: Prisma.SubmissionWhereInput[],
  part: Part,
  take: number,
  after: Cursor | null,
) {
  const next = after && {
    OR: [{ submittedAt: { lt: after.at } }, { submittedAt: after.at, id: { gt: after.id } }],
  };
  return db.submission.findMany({
    where: { closedAt: part === 'open' ? null : { not: null }, AND: next ? [...of, next] : of },
    orderBy: [{ submittedAt: 'desc' }, { id: 'asc' }],
    take,
    select: lineParts,
  });
}

async function linesOf(db: Ctx['db'] | Tx, ctx: Ctx, rows: readonly Row[]): Promise<SentReport[]> {
  if (rows.length === 0) return [];
  const force = await currentForce(db, ctx);
  const now = ctx.clock.now();
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    partnerReference: row.partnerReference,
    submittedAt: row.submittedAt,
    status: partnerStatus(row.status, { held: row.claimedBy !== null }),
    outcome: partnerOutcome(row.status, row.outcome),
    promise: reportPromise(row, force, now),
    sentBy: row.submittedBy === row.enteredBy ? null : row.submittedByAccount.displayName,
  }));
}

/** The statuses that a partner sees as this one, held by somebody or by nobody. */
function standsAs(seen: PartnerStatus): Prisma.SubmissionWhereInput {
  const among = (held: boolean) => ({
    in: statuses.filter((status) => partnerStatus(status, { held }) === seen),
  });
  return {
    OR: [
      { claimedBy: null, status: among(false) },
      { claimedBy: { not: null }, status: among(true) },
    ],
  };
}

/** Whether the list begins here: what comes before it is shown then. */
export const beginsHere = ({ before }: Pick<ListInput, 'before'>): boolean => readCursor(before) === null;

function readCursor(text: string | null): Cursor | null {
  const [part = '', time = '', id = ''] = (text ?? '').split('_');
  if (part !== 'open' && part !== 'ended') return null;
  // Only what the page itself writes: the database knows fewer years than a Date.
  if (!/^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time) || !isId(id)) return null;
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? null : { part, at, id };
}
