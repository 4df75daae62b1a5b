import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';

import { immigrationUses, type ImmigrationUses } from '../../people/organisations/immigration-uses.server.ts';
import { agreedFor } from '../../people/organisations/organisation.server.ts';
import { requireReporter } from '../drafts/drafts.server.ts';
import { beginsHere, sentReports, type ListInput, type SentReports } from './sent-reports.server.ts';

export type ColleaguesDraft = {
  id: string;
  writer: string;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
  /** It says that somebody is or could soon be in danger, and nobody has been told. */
  danger: boolean;
};
export type ColleaguesReports = SentReports & {
  drafts: ColleaguesDraft[];
  immigrationUses: ImmigrationUses[];
};

const mostDrafts = 100;

/**
 * Reports of others of the same organisation, for a reporter who may stand in for them, as `sentReports` lists them, without
 * a word of what they say. Looking is recorded. @throws NotFound without such an agreement
 */
export async function colleaguesReports(ctx: Ctx, input: ListInput): Promise<ColleaguesReports> {
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
      drafts: beginsHere(input) ? await draftsOf(tx, others) : [],
      ...(await sentReports(tx, ctx, { organisationId, submittedBy: { not: accountId } }, input)),
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
