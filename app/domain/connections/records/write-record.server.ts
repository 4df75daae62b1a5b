import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { Invalid } from '../../kernel/failures.ts';
import type { Ctx } from '../../kernel/context.ts';
import { dayOf } from '../tasks/task-input.ts';
import type { RecordFields } from './record-input.ts';
import { wordsOf, type RecordKind } from './record-kinds.ts';
import { referenceKey } from './record-reference.ts';
import type { RecordLink } from './records-of.server.ts';

export type NewVersion = RecordFields & {
  submissionId: Id<'Submission'>;
  linkId: string;
  number: number;
  kind: RecordKind;
  givenByPartner: boolean;
  disseminationId: Id<'Dissemination'> | null;
  removedReason: string | null;
};

/** Writes a version of a link; what came before stays. */
export async function writeRecord(tx: Tx, ctx: Ctx, { datedOn, ...version }: NewVersion): Promise<void> {
  await tx.recordLink.create({
    data: {
      ...version,
      id: randomUUID(),
      datedOn: datedOn === null ? null : dayOf(datedOn),
      writtenBy: ctx.actor.accountId,
      writtenAt: ctx.clock.now(),
    },
  });
}

/** Refuses a reference that another standing link of the kind has. @throws Invalid */
export function refuseTwice(
  standing: readonly RecordLink[],
  { kind, linkId, reference }: Pick<NewVersion, 'kind' | 'linkId' | 'reference'>,
): void {
  if (reference === null) return;
  const twice = standing.some(
    (link) =>
      link.linkId !== linkId &&
      link.kind === kind &&
      link.now.reference !== null &&
      referenceKey(link.now.reference) === referenceKey(reference),
  );
  if (twice) throw new Invalid({ reference: `${wordsOf(kind).reference ?? ''} is recorded already` });
}
