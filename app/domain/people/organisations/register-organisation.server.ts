import { transaction } from '#app/platform/db/transaction.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, Invalid } from '../../kernel/failures.ts';
import { organisationKinds, type OrganisationKind } from '../../kernel/report-labels.ts';
import { nameProblem, tidyName } from './organisation-name.server.ts';
import { isBlankDate, readWrittenDate, type DateBoxes } from '../../kernel/written-date.ts';

/** `agreementReviewOn` may be blank: not every agreement has a date of review. */
export type RegisterInput = {
  name: string;
  kind: string;
  networkMember: boolean;
  agreementReference: string;
  agreementReviewOn: DateBoxes;
};

/** Adds a partner organisation to the register, with the agreement under which it shares. @throws Forbidden, Invalid */
export async function registerOrganisation(
  ctx: Ctx,
  input: RegisterInput,
): Promise<{ organisationId: Id<'Organisation'> }> {
  if (!may(ctx.actor, 'organisations.manage')) throw new Forbidden();
  const name = tidyName(input.name);
  const { kind, errors } = readKind(input);
  const reviewOn = readWrittenDate(input.agreementReviewOn);
  const organisationId = newId<'Organisation'>();
  await transaction(ctx.db, async (tx) => {
    const problem = await nameProblem(tx, name, null);
    if (problem !== null) errors.name = problem;
    if (!kind || Object.keys(errors).length > 0) throw new Invalid(errors);
    const made = await tx.organisation.createMany({
      data: [
        {
          id: organisationId,
          name,
          kind,
          networkMember: input.networkMember,
          status: 'active',
          agreementReference: input.agreementReference.trim() || null,
          agreementReviewOn: reviewOn === null ? null : new Date(`${reviewOn}T00:00:00Z`),
          createdAt: ctx.clock.now(),
        },
      ],
      skipDuplicates: true,
    });
    if (made.count === 0) throw new Invalid({ name: 'There is already an organisation with this name' });
    await record(tx, ctx, {
      type: 'organisation.created',
      data: { kind },
      subject: { type: 'organisation', id: organisationId },
    });
  });
  return { organisationId };
}

/** The kind of organisation, and what is wrong with everything but the name. */
function readKind(input: RegisterInput): {
  kind: OrganisationKind | undefined;
  errors: Record<string, string>;
} {
  const errors: Record<string, string> = {};
  const kind = organisationKinds.find((known) => known === input.kind);
  if (!kind) errors.kind = 'Select what kind of organisation it is';
  if (input.agreementReference.trim().length > 100)
    errors.agreementReference = 'Reference must be 100 characters or less';
  if (!isBlankDate(input.agreementReviewOn) && readWrittenDate(input.agreementReviewOn) === null)
    errors.agreementReviewOn = 'Review date must be a real date, like 30 9 2016';
  return { kind, errors };
}
