import { transaction } from '#app/platform/db/transaction.ts';
import { may } from '../../kernel/permissions.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';

import { changeShownOrganisation, type ShownOrganisation } from './shown-organisation.server.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { isBlankDate, readWrittenDate, type DateBoxes } from '../../kernel/written-date.ts';

export type AgreementInput = ShownOrganisation & {
  reference: string;
  from: DateBoxes;
  /** The last day on which it holds; blank where none was agreed. */
  until: DateBoxes;
  reviewOn: DateBoxes;
  fullCopy: boolean;
  cover: boolean;
  authors: boolean;
  secondFactor: boolean;
  agreedOn: DateBoxes;
  agreedBy: string;
};

/**
 * Changes the agreement of an organisation. What it allows needs the day on which it was agreed and by whom. What was
 * changed is recorded, and nothing where nothing was. @throws Forbidden, NotFound, Invalid, Conflict
 */
export async function changeAgreement(ctx: Ctx, input: AgreementInput): Promise<void> {
  if (!may(ctx.actor, 'organisations.manage')) throw new Forbidden();
  refuseWrongInput(ctx, input);
  const wanted = {
    agreementReference: input.reference.trim() || null,
    agreementFrom: dayOf(input.from),
    agreementUntil: dayOf(input.until),
    agreementReviewOn: dayOf(input.reviewOn),
    agreementFullCopy: input.fullCopy,
    agreementCover: input.cover,
    agreementAuthors: input.authors,
    agreementSecondFactor: input.secondFactor,
    agreementAgreedOn: dayOf(input.agreedOn),
    agreementAgreedBy: input.agreedBy.trim() || null,
  };
  await transaction(ctx.db, async (tx) => {
    const before = await tx.organisation.findUnique({
      where: { id: input.organisationId },
      omit: { ownContacts: true },
    });
    if (!before) throw new NotFound();
    const fields = changedFields(before, wanted);
    if (fields.length === 0) return;
    await changeShownOrganisation(tx, input, wanted);
    await record(tx, ctx, {
      type: 'organisation.changed',
      data: { fields },
      subject: { type: 'organisation', id: input.organisationId },
    });
  });
}

type Wanted = Record<string, string | number | boolean | Date | null>;

/** Names of what changes; of what is allowed also whether it is now. */
function changedFields(before: Wanted & object, wanted: Wanted): string[] {
  const plain = (value: Wanted[string] | undefined) =>
    value instanceof Date ? value.getTime() : (value ?? null);
  return Object.entries(wanted)
    .filter(([name, value]) => plain(before[name]) !== plain(value))
    .map(([name, value]) => (typeof value === 'boolean' ? `${name}: ${value ? 'yes' : 'no'}` : name));
}

function dayOf(boxes: DateBoxes): Date | null {
  const day = readWrittenDate(boxes);
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}

function refuseWrongInput(ctx: Ctx, input: AgreementInput): void {
  const errors: Record<string, string> = {};
  const allows = input.fullCopy || input.cover || input.authors;
  if (input.reference.trim().length > 100) errors.reference = 'Reference must be 100 characters or less';
  const [from, until] = [readWrittenDate(input.from), readWrittenDate(input.until)];
  if (!isBlankDate(input.from) && from === null)
    errors.from = 'Date from which it holds must be a real date, like 30 9 2015';
  if (!isBlankDate(input.until) && until === null)
    errors.until = 'Last day must be a real date, like 30 9 2018';
  else if (from !== null && until !== null && until < from)
    errors.until = 'Last day must be the day from which it holds, or later';
  if (!isBlankDate(input.reviewOn) && readWrittenDate(input.reviewOn) === null)
    errors.reviewOn = 'Review date must be a real date, like 30 9 2016';
  const agreedOn = readWrittenDate(input.agreedOn);
  if (isBlankDate(input.agreedOn)) {
    if (allows) errors.agreedOn = 'Enter the date on which it was agreed';
  } else if (agreedOn === null) errors.agreedOn = 'Date agreed must be a real date, like 30 9 2015';
  else if (agreedOn > forceDay(ctx.clock.now())) errors.agreedOn = 'Date agreed must be today or in the past';
  const agreedBy = input.agreedBy.trim();
  if (allows && agreedBy === '') errors.agreedBy = 'Enter who agreed to it for the organisation';
  if (agreedBy.length > 120) errors.agreedBy = 'Name must be 120 characters or less';
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
}
