import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { readableBy } from '../../submission/readable.server.ts';
import type { Id } from '../../kernel/id.ts';
import type { Match } from '../matching/open-matches.server.ts';

/** A report of which the holder is told: it names what theirs names. */
export type WatchNews = {
  submissionId: Id<'Submission'>;
  reference: string;
  why: string;
  /** Nobody was asked for it: it was read from the text. */
  readFromText: boolean;
  at: Date;
};

export const unseenNotices = {
  where: { seenAt: null },
  orderBy: [{ noticedAt: 'desc' }, { otherId: 'asc' }],
  select: { otherId: true, why: true, readFromText: true, noticedAt: true },
} satisfies Prisma.WatchNoticeFindManyArgs;

type Notice = Prisma.WatchNoticeGetPayload<{ select: (typeof unseenNotices)['select'] }>;

/**
 * What is new, of what the reader may open: of the rest they are told nothing. What a sanitised text names is no match of the
 * reports: only where there is such a notice is it asked who may open the other.
 */
export async function newsOf(
  tx: Tx,
  ctx: Ctx,
  notices: readonly Notice[],
  matches: readonly Match[],
): Promise<WatchNews[]> {
  const others = notices.filter(
    ({ otherId }) => !matches.some(({ submissionId }) => submissionId === otherId),
  );
  const open = matches.filter(({ readable }) => readable);
  const named = others.length > 0 ? await readableOf(tx, ctx, others) : [];
  return notices.flatMap(({ otherId, why, readFromText, noticedAt: at }) => {
    const { reference } =
      open.find(({ submissionId }) => submissionId === otherId) ??
      named.find(({ id }) => id === otherId) ??
      {};
    return reference === undefined ? [] : [{ submissionId: otherId, reference, why, readFromText, at }];
  });
}

const readableOf = (tx: Tx, ctx: Ctx, notices: readonly Notice[]) =>
  tx.$queryRaw<{ id: Id<'Submission'>; reference: string }[]>`
    SELECT s.id, s.reference FROM submission s JOIN queue q ON q.id = s.primary_queue_id
    WHERE s.id = ANY(${notices.map(({ otherId }) => otherId)}::uuid[]) AND ${readableBy(ctx)}`;
