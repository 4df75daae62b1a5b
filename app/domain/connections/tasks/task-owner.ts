import type { Id } from '#app/domain/kernel/id.ts';
import { has, type Actor, type Role } from '../../kernel/actor.ts';
import { isQueueOfficer } from '../../submission/submission-access.ts';
import type { QueueRef } from '../../kernel/statuses.ts';
import { isOwnerRole, ownerRoleWords } from './task-words.ts';

/** Who has a task: one person, the officers of a queue, or the holders of a role. Exactly one of the three is set. */
export type OwnerKeys = {
  ownerAccountId: Id<'Account'> | null;
  ownerQueueId: Id<'Queue'> | null;
  ownerRole: Role | null;
};

/** An owner as its rows have it. */
export type OwnerRow = OwnerKeys & {
  ownerAccount: { displayName: string } | null;
  ownerQueue: ({ name: string } & QueueRef) | null;
};

export const ownerInclude = {
  ownerAccount: { select: { displayName: true } },
  ownerQueue: { select: { name: true, kind: true, areaId: true } },
} as const;

export const ownerKeys = ({ ownerAccountId, ownerQueueId, ownerRole }: OwnerKeys): OwnerKeys => ({
  ownerAccountId,
  ownerQueueId,
  ownerRole,
});

export const ownerName = (row: OwnerRow): string =>
  row.ownerAccount?.displayName ?? row.ownerQueue?.name ?? ownerRoleWords(row.ownerRole ?? '');

/** Whether the actor is that person, an officer of that queue, or a holder of that role. */
export function owns(actor: Actor, row: OwnerRow): boolean {
  if (row.ownerAccountId !== null) return row.ownerAccountId === actor.accountId;
  if (row.ownerQueue !== null) return isQueueOfficer(actor, row.ownerQueue);
  return row.ownerRole !== null && isOwnerRole(row.ownerRole) && has(actor, row.ownerRole);
}
