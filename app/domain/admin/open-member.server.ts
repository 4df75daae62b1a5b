import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';
import { shownStatus } from '../people/accounts/read-account.server.ts';
import { whoMayTakeOn } from './pass-on-of-member.server.ts';

export type Member = {
  id: string;
  version: number;
  displayName: string;
  email: string;
  /** `withdrawn` is an invitation that nobody ever opened. */
  status: 'invited' | 'active' | 'suspended' | 'withdrawn';
  own: boolean;
  /** A lead suspended it, so that a lead may restore it. */
  mayRestore: boolean;
  /** Reports that they have begun and not sent, and how many of those say danger. */
  notSent: { count: number; danger: number };
  /** Reports about which the police wait for their answer. */
  asked: number;
  /** Who may go on with what is not sent: none where the agreement lets nobody stand in. */
  colleagues: { id: string; displayName: string }[];
};

/** A member of a partner lead's own organisation, or of any for an administrator, with what waits for them. @throws NotFound */
export async function openMember(ctx: Ctx, { accountId }: { accountId: Id<'Account'> }): Promise<Member> {
  const own = ctx.actor.organisationId;
  const any = may(ctx.actor, 'accounts.manage');
  if (!any && (!may(ctx.actor, 'organisation.lead') || own === null)) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const row = await tx.account.findFirst({
      where: { id: accountId, organisationId: any ? { not: null } : own },
      include: {
        suspendedByAccount: { select: { side: true } },
        drafts: { where: { channel: 'web' }, select: { saysDanger: true } },
        _count: { select: { submissions: { where: { status: 'clarification' } } } },
      },
    });
    if (!row?.organisationId) throw new NotFound();
    const { id, version, displayName, email, drafts, organisationId } = row;
    return {
      id,
      version,
      displayName,
      email,
      status: shownStatus(row),
      own: id === ctx.actor.accountId,
      mayRestore: row.suspendedByAccount?.side === 'partner',
      notSent: {
        count: drafts.length,
        danger: drafts.filter(({ saysDanger }) => saysDanger).length,
      },
      asked: row._count.submissions,
      colleagues: await whoMayTakeOn(tx, { accountId, organisationId }),
    };
  });
}
