import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { Answers } from '../../form/answers.ts';
import { said, textSaid, type Said } from '../../form/said.ts';
import { tick } from '../../kernel/fields.ts';
import { accountPlace, openWays } from '../../people/contact/sealed-ways.ts';
import {
  contactFields,
  hasWay,
  noWays,
  readWays,
  writtenWays,
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

/** As the account of whoever made the report has it. */
export const waysOfAccount = ({ keyring }: Ctx, { madeBy }: Draft): ContactWays =>
  madeBy?.contactSealed ? openWays(keyring, madeBy.contactSealed, accountPlace(madeBy.id)) : noWays;

/**
 * What the page of sending shows before anything was posted; `asks`: a way is asked for. An officer who enters a report
 * never sees the account of who made it.
 */
export const contactToSend = (ctx: Ctx, draft: Draft): { asks: boolean; ways: ContactWays } => ({
  asks: asksForWay(said(draft.definition, draft.answers)),
  ways: draft.enteredFor === null ? waysOfAccount(ctx, draft) : noWays,
});

/**
 * How whoever sends a draft is reached about this report: as it was written for this report, or, where nothing was posted,
 * as their account says. `answers` are those of the report as it is sent. What an officer who enters a report leaves blank is taken from the account of who made it.
 *
 * A way is asked for, never waited for: `errors` name what is missing, and one press says that there is none.
 */
export function contactForReport(
  ctx: Ctx,
  draft: Draft,
  answers: Answers,
  written: WrittenContact | undefined,
): TypedContact {
  const fromAccount = written === undefined || draft.enteredFor !== null;
  return contactTyped(written ?? nothingWritten, {
    asks: asksForWay(said(draft.definition, answers)),
    otherwise: fromAccount ? waysOfAccount(ctx, draft) : null,
  });
}

export type TypedContact = ReportContact & { errors: Record<string, string> };

const nothingWritten: WrittenContact = { ...writtenWays(noWays), noSafeNumber: false };

/** What was typed of it, or pressed. `otherwise`: what counts where no way was typed. */
export function contactTyped(
  written: WrittenContact,
  { asks, otherwise }: { asks: boolean; otherwise: ContactWays | null },
): TypedContact {
  const { ways, errors } = readWays(written);
  if (written.noSafeNumber)
    return { ways: { ...ways, telephone: '' }, none: true, errors: withoutTelephone(errors) };
  const used = otherwise !== null && !hasWay(ways) ? otherwise : ways;
  const missing = asks && !hasWay(used);
  return { ways: used, none: false, errors: missing ? { contactTelephone: wayMissing, ...errors } : errors };
}

const wayMissing = 'Enter a phone number or another way to reach you, or say that you have no safe number';

/** Who says that there is no safe number is not asked to mend one. */
function withoutTelephone({
  contactTelephone: _,
  ...errors
}: Record<string, string>): Record<string, string> {
  return errors;
}
