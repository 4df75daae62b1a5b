import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { isRole, type Actor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { holdsPrimaryQueue } from '../../submission/submission-access.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';

/** `awayUntil`: they are away now, until then. */
export type Colleague = { accountId: Id<'Account'>; name: string; awayUntil: Date | null };

/** The other active officers of the queue that holds a submission, by name, with who is away. */
export async function colleagues(tx: Tx, ctx: Ctx, submission: LoadedSubmission): Promise<Colleague[]> {
  const now = ctx.clock.now();
  const accounts = await tx.account.findMany({
    where: {
      side: 'police',
      status: 'active',
      id: { not: ctx.actor.accountId },
      accountRoles: { some: { role: { in: ['fib_officer', 'fib_supervisor', 'spoc'] } } },
    },
    include: {
      accountRoles: true,
      absences: { where: { absentFrom: { lte: now }, absentTo: { gt: now } } },
    },
    orderBy: { displayName: 'asc' },
  });
  return accounts.flatMap((account) => {
    const actor: Actor = {
      accountId: account.id,
      displayName: account.displayName,
      side: 'police',
      organisationId: null,
      roles: account.accountRoles.flatMap(({ role, areaId }) => (isRole(role) ? [{ role, areaId }] : [])),
      sessionId: null,
    };
    return holdsPrimaryQueue(actor, submission.state)
      ? [
          {
            accountId: account.id,
            name: account.displayName,
            awayUntil: account.absences[0]?.absentTo ?? null,
          },
        ]
      : [];
  });
}
