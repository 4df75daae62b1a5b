import { randomUUID } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { may } from '../../kernel/permissions.ts';
import { changeShownOrganisation, type ShownOrganisation } from './shown-organisation.server.ts';

const longestName = 120;

/** As it is kept: without spaces around it or doubled. */
export const tidyName = (typed: string): string => typed.trim().replace(/\s+/g, ' ');

/** What is wrong with a name, or null. One that another organisation had would make two of the past hard to tell apart. */
export async function nameProblem(
  tx: Tx,
  name: string,
  organisationId: Id<'Organisation'> | null,
): Promise<string | null> {
  if (name === '') return 'Enter the name of the organisation';
  if (name.length > longestName) return `Name must be ${longestName} characters or less`;
  const [taken] = await tx.$queryRaw<{ now: boolean }[]>`
    SELECT o.name = ${name} AS now FROM organisation o
    WHERE o.id IS DISTINCT FROM ${organisationId}::uuid AND (o.name = ${name}
      OR EXISTS (SELECT 1 FROM organisation_former_name f WHERE f.organisation_id = o.id AND f.name = ${name}))
    ORDER BY o.name = ${name} DESC LIMIT 1`;
  if (!taken) return null;
  return taken.now
    ? 'There is already an organisation with this name'
    : 'Another organisation had this name before. Enter one that tells the two apart';
}

/**
 * Gives an organisation another name. Everything it has sent stays its own, as reports and figures go by the organisation and
 * not by its name; the name that it had is kept, with until when. @throws Forbidden, Invalid, NotFound, Conflict
 */
export async function renameOrganisation(
  ctx: Ctx,
  input: ShownOrganisation & { name: string },
): Promise<void> {
  if (!may(ctx.actor, 'organisations.manage')) throw new Forbidden();
  const { organisationId } = input;
  const name = tidyName(input.name);
  await transaction(ctx.db, async (tx) => {
    const before = await tx.organisation.findUnique({ where: { id: organisationId } });
    if (!before) throw new NotFound();
    const problem = await nameProblem(tx, name, organisationId);
    if (problem !== null) throw new Invalid({ name: problem });
    if (name === before.name) return;
    await changeShownOrganisation(tx, input, { name });
    await tx.organisationFormerName.create({
      data: {
        id: randomUUID(),
        organisationId,
        name: before.name,
        until: ctx.clock.now(),
        changedBy: ctx.actor.accountId,
      },
    });
    await record(tx, ctx, {
      type: 'organisation.renamed',
      data: { from: before.name, to: name },
      subject: { type: 'organisation', id: organisationId },
    });
  });
}
