import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { isFib, isFibSupervisor, isRole, type Actor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { SubmissionState } from '../../kernel/statuses.ts';
import type { AsksForColleague } from '../../submission/actions/row.ts';
import { holdsPrimaryQueue } from '../../submission/submission-access.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';

/** `awayUntil`: they are away now, until then. */
export type Colleague = { accountId: Id<'Account'>; name: string; awayUntil: Date | null };

/**
 * Who may be named where an action asks for a colleague, by name, with who is away: another active officer of the queue
 * that holds the submission, somebody of FIB who is to come onto its access list, or somebody who is to be taken off it.
 */
export async function colleagues(
  tx: Tx,
  ctx: Ctx,
  { state }: LoadedSubmission,
  asks: AsksForColleague,
): Promise<Colleague[]> {
  const now = ctx.clock.now();
  const accounts = await tx.account.findMany({
    where: { side: 'police', ...whereOf(ctx, state, asks) },
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
    const named = { accountId: account.id, name: account.displayName };
    return fits(ctx, state, asks, actor)
      ? [{ ...named, awayUntil: account.absences[0]?.absentTo ?? null }]
      : [];
  });
}

const officers = {
  status: 'active',
  accountRoles: { some: { role: { in: ['fib_officer', 'fib_supervisor', 'spoc'] } } },
} satisfies Prisma.AccountWhereInput;

function whereOf(
  { actor }: Ctx,
  { accessList, claimedBy }: SubmissionState,
  asks: AsksForColleague,
): Prisma.AccountWhereInput {
  if (asks === 'colleague') return { ...officers, id: { not: actor.accountId } };
  const listed = [...(accessList ?? [])];
  if (asks === 'reader_to_add') return { ...officers, id: { notIn: listed } };
  // Whoever is suspended, or no officer any more, is taken off as well.
  return { id: { in: listed.filter((accountId) => accountId !== claimedBy) } };
}

function fits(ctx: Ctx, state: SubmissionState, asks: AsksForColleague, actor: Actor): boolean {
  if (asks === 'reader_to_take_off') return true;
  if (asks === 'reader_to_add') return isFib(actor);
  // A supervisor, who keeps the access list, assigns to whoever is not on it: they come onto it with that.
  return holdsPrimaryQueue(actor, isFibSupervisor(ctx.actor) ? { ...state, accessList: null } : state);
}
