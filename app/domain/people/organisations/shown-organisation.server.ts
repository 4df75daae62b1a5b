import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { Conflict, NotFound } from '../../kernel/failures.ts';

/** An organisation as the page showed it from which it is changed. */
export type ShownOrganisation = { organisationId: Id<'Organisation'>; expectedVersion: number };

/**
 * Changes an organisation that still is as its page showed it, and moves its version on, so that a form of an older page
 * changes nothing. Its row stays locked until the transaction ends. @throws NotFound, Conflict
 */
export async function changeShownOrganisation(
  tx: Tx,
  { organisationId, expectedVersion }: ShownOrganisation,
  data: Prisma.OrganisationUncheckedUpdateManyInput = {},
): Promise<void> {
  const changed = await tx.organisation.updateMany({
    where: { id: organisationId, version: expectedVersion },
    data: { ...data, version: { increment: 1 } },
  });
  if (changed.count > 0) return;
  if ((await tx.organisation.count({ where: { id: organisationId } })) === 0) throw new NotFound();
  throw organisationChanged();
}

export const organisationChanged = (): Conflict =>
  new Conflict(
    'This organisation has changed since you opened the page, so nothing was done. The page now shows how it stands',
  );
