import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { formInForce } from '../../form/form-in-force.server.ts';
import type { Form } from '../../form/held-forms.ts';
import type { Id } from '../../kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { hasWay, readWays } from '../../people/contact/contact-ways.ts';
import { lockOwnDraft } from '../drafts/drafts.server.ts';
import { makeDraft } from '../drafts/start-draft.server.ts';
import type { WrittenContact } from './contact-for-report.server.ts';
import { alreadySubmitted, sendLane, type SendAtOnceInput } from './submit.server.ts';

/** The form in force as it is asked of whoever comes to report danger: that answer is given. */
export async function dangerForm(
  ctx: Ctx,
  tx: Tx | Ctx['db'] = ctx.db,
): Promise<{ form: Form; answers: Record<string, string> }> {
  const { definition: form } = await formInForce(tx, ctx.clock.now());
  return { form, answers: form.meanings.danger ? { [form.meanings.danger]: 'now' } : {} };
}

/** What whoever asks began about danger and has not sent, the last saved first. */
export const begunAboutDanger = ({ db, actor }: Ctx): Promise<{ id: Id<'Draft'>; updatedAt: Date }[]> =>
  db.draft.findMany({
    where: { accountId: actor.accountId, channel: 'web', saysDanger: true },
    orderBy: { updatedAt: 'desc' },
    select: { id: true, updatedAt: true },
  });

type DangerReport = SendAtOnceInput & { withoutFactor: boolean };

/**
 * Sends a report about danger for a reporter who is signed in by password alone and cannot show the second factor that they
 * owe: nothing holds such a report back. `withoutFactor` marks it so. A way to be reached that is left blank is taken from
 * their account. `draftId` is made with the page, so that a form sent twice makes one report; or `begun`, it is that of a
 * draft of theirs, which is sent with all that is written in it. @throws Invalid, Forbidden, NotFound where the id is that of
 * a draft, or begun and of none
 */
export async function sendDangerReport(
  ctx: Ctx,
  input: DangerReport & { contact: WrittenContact; begun: boolean },
): Promise<{ reference: string }> {
  const { draftId, contact, begun } = input;
  const written =
    contact.noSafeNumber || hasWay(readWays(contact).ways) ? { contact } : { contact: undefined };
  return transaction(ctx.db, async (tx) => {
    // Pressed twice, the second waits here for the first.
    await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${ctx.actor.accountId}::uuid FOR NO KEY UPDATE`;
    const before = await alreadySubmitted(tx, ctx, draftId);
    if (before === null && !begun && (await tx.draft.count({ where: { id: draftId } })) > 0)
      throw new NotFound();
    const id = before ?? (await send(tx, ctx, { ...input, ...written }));
    return tx.submission.findUniqueOrThrow({ where: { id }, select: { reference: true } });
  });
}

async function send(tx: Tx, ctx: Ctx, { contact, begun, ...input }: DangerReport & { begun: boolean }) {
  if (!begun) {
    const { form, answers } = await dangerForm(ctx, tx);
    await makeDraft(tx, ctx, { id: input.draftId, formVersion: form.version, answers });
  }
  const draft = await lockOwnDraft(tx, ctx, input.draftId);
  return sendLane(tx, ctx, draft, { ...input, ...(contact ? { contact } : {}) });
}
