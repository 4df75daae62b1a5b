import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../failures.ts';
import { agreedFor } from '../partners/organisation.server.ts';
import { partnerStatus, type PartnerStatus } from '../triage/outcomes.ts';
import { decodeCursor, encodeCursor } from '../triage/queue-cursor.ts';
import type { Status } from '../triage/statuses.ts';
import { requireReporter } from './drafts.server.ts';

export type ColleaguesDraft = { id: string; writer: string; createdAt: Date; updatedAt: Date };
export type ColleaguesReport = {
  id: string;
  reference: string;
  /** Null where an officer entered it for somebody without an account. */
  sentBy: string | null;
  submittedAt: Date;
  status: PartnerStatus;
};
export type ColleaguesReports = { drafts: ColleaguesDraft[]; sent: ColleaguesReport[]; older: string | null };

const PAGE = 25;
const mostDrafts = 100;

/**
 * Reports of others of the same organisation, for a reporter who may stand in for them: newest first, without a word of
 * what they say. `before` is `older` of the page before. Looking is recorded. @throws NotFound without such an agreement
 */
export async function colleaguesReports(
  ctx: Ctx,
  input: { before: string | null },
): Promise<ColleaguesReports> {
  const { accountId, organisationId } = requireReporter(ctx);
  return transaction(ctx.db, async (tx) => {
    if (!(await agreedFor(tx, organisationId)).cover) throw new NotFound();
    await record(tx, ctx, {
      type: 'submission.listed',
      data: { queue: 'colleagues', view: 'status' },
      subject: { type: 'organisation', id: organisationId },
    });
    const others = { organisationId, not: accountId };
    return {
      drafts: input.before === null ? await draftsOf(tx, others) : [],
      ...(await sentBy(tx, others, input.before)),
    };
  });
}

type Others = { organisationId: string; not: string };

async function draftsOf(tx: Tx, { organisationId, not }: Others): Promise<ColleaguesDraft[]> {
  const rows = await tx.draft.findMany({
    where: { organisationId, accountId: { not }, channel: 'web' },
    orderBy: { updatedAt: 'desc' },
    take: mostDrafts,
    select: { id: true, createdAt: true, updatedAt: true, account: { select: { displayName: true } } },
  });
  return rows.map(({ account, ...row }) => ({ ...row, writer: account.displayName }));
}

async function sentBy(tx: Tx, { organisationId, not }: Others, before: string | null) {
  const after = decodeCursor(before);
  const rows = await tx.submission.findMany({
    where: {
      organisationId,
      submittedBy: { not },
      ...(after
        ? { OR: [{ submittedAt: { lt: after.at } }, { submittedAt: after.at, id: { gt: after.id } }] }
        : {}),
    },
    orderBy: [{ submittedAt: 'desc' }, { id: 'asc' }],
    take: PAGE + 1,
    select: {
      id: true,
      reference: true,
      submittedAt: true,
      status: true,
      submittedBy: true,
      enteredBy: true,
      submittedByAccount: { select: { displayName: true } },
    },
  });
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    sent: page.map(({ submittedByAccount, submittedBy, enteredBy, ...row }) => ({
      ...row,
      status: partnerStatus(row.status as Status),
      sentBy: submittedBy === enteredBy ? null : submittedByAccount.displayName,
    })),
    older:
      rows.length > PAGE && last
        ? encodeCursor({ priorityRank: 0, at: last.submittedAt, id: last.id })
        : null,
  };
}
