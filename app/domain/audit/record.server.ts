import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Keyring } from '#app/platform/crypto/envelope.ts';
import type { Actor } from '../kernel/actor.ts';
import { markOf } from './event-mark.ts';
import type { AuditEvent } from './events.ts';

/** Who an event is recorded for: any context of a use case fits. `system` names a job or a command. */
export type Recorder = {
  actor: Pick<Actor, 'accountId' | 'displayName' | 'sessionId'> | null;
  system?: string;
  clock: Clock;
  keyring: Keyring;
  request: { id: string };
};

/**
 * Writes audit events in the transaction of the change (or of the reading) that they tell of: they commit together or
 * not at all. The actor's name is kept as it was at the time. Each event bears the portal's mark.
 */
export async function record(tx: Tx, ctx: Recorder, ...events: AuditEvent[]): Promise<void> {
  await tx.auditEvent.createMany({ data: events.map((event) => row(ctx, event)) });
}

function row(ctx: Recorder, event: AuditEvent): Prisma.AuditEventCreateManyInput {
  const said = {
    happenedAt: ctx.clock.now(),
    type: event.type,
    actorId: ctx.actor?.accountId ?? null,
    actorLabel: ctx.actor?.displayName ?? ctx.system ?? 'Nobody signed in',
    sessionId: ctx.actor?.sessionId ?? null,
    requestId: ctx.request.id,
    subjectType: event.subject?.type ?? null,
    subjectId: event.subject?.id ?? null,
    data: event.data,
  };
  return { ...said, mark: markOf(ctx.keyring, said) };
}
