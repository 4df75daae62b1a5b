import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import type { Id } from '../../kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import { decodeCursor, encodeCursor } from '../../kernel/queue-cursor.ts';
import type { Priority } from '../../kernel/statuses.ts';
import { standingOf, type Standing } from './source-requests.ts';

/** A request to open a sealed source, for those who look over them: never what is sealed. */
export type RequestLine = {
  id: Id<'SourceRequest'>;
  reference: string;
  priority: Priority;
  askedBy: string;
  askedAt: Date;
  atOnce: boolean;
  standing: Standing;
  /** Null while no custodian has decided. */
  decidedBy: string | null;
  readableUntil: Date | null;
  readings: number;
  lastRead: Date | null;
};

export type OpenedRequest = RequestLine & {
  restricted: boolean;
  reason: string;
  agreed: boolean | null;
  decidedAt: Date | null;
  words: string | null;
  /** The actor may decide on it. */
  mayDecide: boolean;
};

export type RequestsPage = {
  waiting: RequestLine[];
  decided: RequestLine[];
  next: string | null;
  later: boolean;
};

const pageSize = 25;
/** More than this at once are a matter for every channel the force has. */
const mostWaiting = 200;

const seen = {
  include: {
    submission: { select: { reference: true, priority: true, restricted: true } },
    asker: { select: { displayName: true } },
    decider: { select: { displayName: true } },
    sourceReadings: { select: { readAt: true }, orderBy: { readAt: 'desc' } },
  },
} satisfies Prisma.SourceRequestFindManyArgs;

type Row = Prisma.SourceRequestGetPayload<typeof seen>;

const lineOf = (row: Row, now: Date): RequestLine => ({
  id: row.id,
  reference: row.submission.reference,
  priority: row.submission.priority,
  askedBy: row.asker.displayName,
  askedAt: row.askedAt,
  atOnce: row.atOnce,
  standing: standingOf(row, now),
  decidedBy: row.decider?.displayName ?? null,
  readableUntil: row.readableUntil,
  readings: row.sourceReadings.length,
  lastRead: row.sourceReadings[0]?.readAt ?? null,
});

/** All that waits, the oldest first, and a page of what was decided, the newest first. Looking is recorded. @throws NotFound */
export async function openRequestsPage(ctx: Ctx, input: { cursor: string | null }): Promise<RequestsPage> {
  if (!may(ctx.actor, 'sources.oversee')) throw new NotFound();
  const cursor = decodeCursor(input.cursor);
  return transaction(ctx.db, async (tx) => {
    const waiting = cursor
      ? []
      : await tx.sourceRequest.findMany({
          where: { decidedBy: null },
          orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
          take: mostWaiting,
          ...seen,
        });
    const rows = await tx.sourceRequest.findMany({
      where: {
        decidedBy: { not: null },
        ...(cursor && {
          OR: [{ askedAt: { lt: cursor.at } }, { askedAt: cursor.at, id: { lt: cursor.id } }],
        }),
      },
      orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
      take: pageSize + 1,
      ...seen,
    });
    await record(tx, ctx, { type: 'source.requests_read', data: { request: null } });
    const now = ctx.clock.now();
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    return {
      waiting: waiting.map((row) => lineOf(row, now)),
      decided: shown.map((row) => lineOf(row, now)),
      next:
        rows.length > pageSize && last
          ? encodeCursor({ priorityRank: 0, at: last.askedAt, id: last.id })
          : null,
      later: cursor !== null,
    };
  });
}

/** One of them with its reason and the custodian's words. Reading it is recorded. @throws NotFound */
export async function openRequest(
  ctx: Ctx,
  input: { requestId: Id<'SourceRequest'> },
): Promise<OpenedRequest> {
  if (!may(ctx.actor, 'sources.oversee')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const row = await tx.sourceRequest.findUnique({ where: { id: input.requestId }, ...seen });
    if (!row) throw new NotFound();
    await record(tx, ctx, {
      type: 'source.requests_read',
      data: { request: row.id },
      subject: { type: 'submission', id: row.submissionId },
    });
    return {
      ...lineOf(row, ctx.clock.now()),
      restricted: row.submission.restricted,
      reason: row.reason,
      agreed: row.agreed,
      decidedAt: row.decidedAt,
      words: row.words,
      mayDecide:
        row.decidedBy === null && row.askedBy !== ctx.actor.accountId && may(ctx.actor, 'sources.decide'),
    };
  });
}
