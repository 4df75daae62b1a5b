import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import { has } from '../actor.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { Forbidden, Invalid } from '../failures.ts';
import { organisationKinds, type OrganisationKind } from '../submissions/facts.ts';

export type RegisterInput = {
  name: string;
  kind: string;
  networkMember: boolean;
  agreementReference: string;
  agreementReviewOn: string;
};

/** Adds a partner organisation to the register, with the agreement under which it shares. @throws Forbidden, Invalid */
export async function registerOrganisation(
  ctx: Ctx,
  input: RegisterInput,
): Promise<{ organisationId: string }> {
  if (!has(ctx.actor, 'administrator')) throw new Forbidden();
  const name = input.name.trim().replace(/\s+/g, ' ');
  const reviewOn = input.agreementReviewOn.trim();
  const errors: Record<string, string> = {};
  if (!name) errors.name = 'Enter the name of the organisation';
  if (name.length > 120) errors.name = 'Name must be 120 characters or less';
  if (!organisationKinds.includes(input.kind as OrganisationKind))
    errors.kind = 'Select what kind of organisation it is';
  if (input.agreementReference.length > 100)
    errors.agreementReference = 'Reference must be 100 characters or less';
  if (reviewOn && !isDate(reviewOn)) errors.agreementReviewOn = 'Enter the review date like 2016-09-30';
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
  const organisationId = randomUUID();
  await transaction(ctx.db, async (tx) => {
    if (await tx.organisation.findUnique({ where: { name }, select: { id: true } })) {
      throw new Invalid({ name: 'There is already an organisation with this name' });
    }
    await tx.organisation.create({
      data: {
        id: organisationId,
        name,
        kind: input.kind,
        networkMember: input.networkMember,
        leadSeesContent: false,
        status: 'active',
        agreementReference: input.agreementReference.trim() || null,
        agreementReviewOn: reviewOn ? new Date(`${reviewOn}T00:00:00Z`) : null,
        createdAt: ctx.clock.now(),
      },
    });
    await record(tx, ctx, {
      type: 'organisation.created',
      data: { kind: input.kind },
      subject: { type: 'organisation', id: organisationId },
    });
  });
  return { organisationId };
}

function isDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text)
  );
}
