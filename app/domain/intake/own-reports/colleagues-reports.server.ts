import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';

import { immigrationUses, type ImmigrationUses } from '../../people/organisations/immigration-uses.server.ts';
import { agreedFor } from '../../people/organisations/organisation.server.ts';
import { partnerStatus, type PartnerStatus } from '../../kernel/outcomes.ts';
import { decodeCursor, encodeCursor } from '../../kernel/queue-cursor.ts';
import { requireReporter } from '../drafts/drafts.server.ts';

export type ColleaguesDraft = {
  id: string;
  writer: string;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
  /** It says that somebody is or could soon be in danger, and nobody has been told. */
  danger: boolean;
};
export type ColleaguesReport = {
  id: string;
  reference: string;
  /** Null where an officer entered it for somebody without an account. */
  sentBy: string | null;
  submittedAt: Date;
  status: PartnerStatus;
};
export type ColleaguesReports = {
  drafts: ColleaguesDraft[];
  sent: ColleaguesReport[];
  older: string | null;
  immigrationUses: ImmigrationUses[];
};

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
      immigrationUses: await immigrationUses(tx, ctx, organisationId),
    };
  });
}

type Others = { organisationId: Id<'Organisation'>; not: string };

/**
 * One of their drafts, before it is taken over; null where it is one's own already.
 * @throws NotFound where there is no such draft, or none that one may take over
 */
export async function colleaguesDraft(
  ctx: Ctx,
  input: { draftId: Id<'Draft'> },
): Promise<ColleaguesDraft | null> {
  const { accountId, organisationId } = requireReporter(ctx);
  return transaction(ctx.db, async (tx) => {
    if ((await tx.draft.count({ where: { id: input.draftId, accountId, channel: 'web' } })) > 0) return null;
    if (!(await agreedFor(tx, organisationId)).cover) throw new NotFound();
    const [draft] = await draftsOf(tx, { organisationId, not: accountId }, input.draftId);
    if (!draft) throw new NotFound();
    return draft;
  });
}

/** Of the answers only whether they say danger is read. Those that do come first. */
function draftsOf(
  tx: Tx,
  { organisationId, not }: Others,
  draftId?: Id<'Draft'>,
): Promise<ColleaguesDraft[]> {
  return tx.$queryRaw<ColleaguesDraft[]>`
    SELECT draft.id, account.display_name AS writer, draft.created_at AS "createdAt", draft.updated_at AS "updatedAt",
      draft.expires_at AS "expiresAt", draft.says_danger AS danger
    FROM draft JOIN account ON account.id = draft.account_id
    WHERE draft.organisation_id = ${organisationId}::uuid AND draft.account_id <> ${not}::uuid AND draft.channel = 'web'
      ${draftId === undefined ? Prisma.empty : Prisma.sql`AND draft.id = ${draftId}::uuid`}
    ORDER BY danger DESC, draft.updated_at DESC, draft.id LIMIT ${mostDrafts}`;
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
      claimedBy: true,
      submittedBy: true,
      enteredBy: true,
      submittedByAccount: { select: { displayName: true } },
    },
  });
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    sent: page.map(({ submittedByAccount, submittedBy, enteredBy, claimedBy, ...row }) => ({
      ...row,
      status: partnerStatus(row.status, { held: claimedBy !== null }),
      sentBy: submittedBy === enteredBy ? null : submittedByAccount.displayName,
    })),
    older:
      rows.length > PAGE && last
        ? encodeCursor({ priorityRank: 0, at: last.submittedAt, id: last.id })
        : null,
  };
}
