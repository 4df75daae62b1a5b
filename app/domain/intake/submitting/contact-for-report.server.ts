import { z } from 'zod';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { said, textSaid, type Said } from '../../form/said.ts';
import { tick } from '../../kernel/fields.ts';
import { accountWays } from '../../people/contact/account-ways.server.ts';
import {
  contactFields,
  hasWay,
  noWays,
  readWays,
  type ContactWays,
} from '../../people/contact/contact-ways.ts';
import type { ReportContact } from '../../submission/contact-record.ts';
import type { Draft } from '../drafts/drafts.server.ts';
import { reportSaysDanger } from '../../form/says-danger.ts';

/** What a page of sending asks about it; the button that says that there is no safe way posts the last. */
export const sendingContact = z.object({ ...contactFields, noSafeNumber: tick() });
export type WrittenContact = z.output<typeof sendingContact>;

/** Where somebody is in danger, or the partner wants to be called before police act, a way is asked for before sending. */
const asksForWay = (report: Said): boolean =>
  reportSaysDanger(report) || textSaid(report, 'sharing.callFirst') === 'yes';

/** What the page of sending shows before anything was posted: whether a way is asked for, and as the writer's account has it. */
export const contactToSend = async (
  ctx: Ctx,
  draft: Draft,
): Promise<{ asks: boolean; ways: ContactWays }> => ({
  asks: asksForWay(said(draft.definition, draft.answers)),
  ways: draft.enteredFor ? noWays : await accountWays(ctx.db, ctx.keyring, ctx.actor.accountId),
});

/**
 * How whoever sends a draft is reached about this report: as it was written for this report, or, where nothing was posted,
 * as their account says. An officer who enters a report never sees the account of who made it: what they leave blank is
 * taken from there.
 *
 * A way is asked for, never waited for: `errors` name what is missing, and one press says that there is none.
 */
export async function contactForReport(
  tx: Tx,
  ctx: Ctx,
  draft: Pick<Draft, 'reportedBy' | 'enteredFor'>,
  report: Said,
  written: WrittenContact | undefined,
): Promise<ReportContact & { errors: Record<string, string> }> {
  const none = written?.noSafeNumber === true;
  const { ways, errors } = written === undefined ? { ways: noWays, errors: {} } : readWays(written);
  if (none) return { ways: { ...ways, telephone: '' }, none, errors: withoutTelephone(errors) };
  const account = draft.enteredFor === null ? ctx.actor.accountId : draft.reportedBy;
  const fromAccount = written === undefined || (draft.enteredFor !== null && !hasWay(ways));
  const used = fromAccount && account !== null ? await accountWays(tx, ctx.keyring, account) : ways;
  const missing = asksForWay(report) && !hasWay(used);
  return {
    ways: used,
    none,
    errors: missing ? { contactTelephone: wayMissing, ...errors } : errors,
  };
}

const wayMissing =
  'Enter a telephone number or another way to reach you, or say that there is no safe number';

/** Who says that there is no safe number is not asked to mend one. */
function withoutTelephone({
  contactTelephone: _,
  ...errors
}: Record<string, string>): Record<string, string> {
  return errors;
}
