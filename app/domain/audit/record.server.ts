import { Prisma, type AuditEvent as AuditEventModel } from '#app/platform/db/generated/client.ts';
import { bytesAsText, type RowOf } from '#app/platform/db/row-of.ts';
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
  await tx.$executeRaw`${recording(ctx, ...events)}`;
}

/** Writes them, for a statement that does more than that: one for any number of events, as most pages record what they show. */
export const recording = (ctx: Recorder, ...events: AuditEvent[]): Prisma.Sql => Prisma.sql`
  INSERT INTO audit_event (happened_at, type, actor_id, actor_label, session_id, request_id, subject_type, subject_id, data, mark)
  SELECT e.happened_at, e.type, e.actor_id, e.actor_label, e.session_id, e.request_id, e.subject_type, e.subject_id, e.data, e.mark
  FROM jsonb_to_recordset(${JSON.stringify(events.map((event) => row(ctx, event)))}::jsonb) AS e (happened_at timestamptz, type text,
    actor_id uuid, actor_label text, session_id uuid, request_id text, subject_type text, subject_id uuid, data jsonb, mark bytea)`;

type Row = Omit<RowOf<AuditEventModel>, 'id' | 'recorded_at' | 'transaction_id' | 'session_id'> & {
  session_id: string | null;
};

/** An event with its mark; the database adds when it was recorded, in which transaction, and its number. */
function row(ctx: Recorder, event: AuditEvent): Row {
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
  return {
    happened_at: said.happenedAt.toISOString(),
    type: said.type,
    actor_id: said.actorId,
    actor_label: said.actorLabel,
    session_id: said.sessionId,
    request_id: said.requestId,
    subject_type: said.subjectType,
    subject_id: said.subjectId,
    data: said.data,
    mark: bytesAsText(markOf(ctx.keyring, said)),
  };
}
