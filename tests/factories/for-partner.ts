import type { Ctx } from '#app/domain/kernel/context.ts';
import type { Posted } from '#app/domain/form/read-posted.ts';
import {
  startDraftForPartner,
  withoutAccount,
} from '#app/domain/intake/drafts/start-draft-for-partner.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { people } from './people.ts';
import { sendDraft } from './submitted.ts';
import { writePages } from './written-draft.ts';

/** Who made the report: somebody by address, or somebody of the reporter's organisation without an account (null). */
export type MadeBy = {
  email?: string | null;
  channel?: 'telephone' | 'paper';
  posts?: Record<string, Posted>;
};

/** A draft that the officer of `ctx` has begun to enter for the reporter's organisation. Gives its id. */
export async function begunForPartner(
  ctx: Ctx,
  { email = people.reporter, channel = 'telephone' }: MadeBy = {},
): Promise<Id<'Draft'>> {
  const { organisationId } = await ctx.db.account.findUniqueOrThrow({ where: { email: people.reporter } });
  const person = email === null ? null : await ctx.db.account.findUniqueOrThrow({ where: { email } });
  const reportedBy = person?.id ?? withoutAccount;
  const input = { organisationId: organisationId ?? ('' as Id<'Organisation'>), reportedBy, channel };
  return (await startDraftForPartner(ctx, input)).draftId;
}

/** The same, complete but for the declaration. */
export async function writtenForPartner(ctx: Ctx, made: MadeBy = {}): Promise<Id<'Draft'>> {
  const draftId = await begunForPartner(ctx, made);
  await writePages(ctx, draftId, made.posts);
  return draftId;
}

/** The same, sent. Gives the id of the submission. */
export async function enteredForPartner(ctx: Ctx, made: MadeBy = {}): Promise<Id<'Submission'>> {
  return sendDraft(ctx, await writtenForPartner(ctx, made));
}
