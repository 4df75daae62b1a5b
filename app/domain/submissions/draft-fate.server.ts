import { has } from '../actor.ts';
import type { AuditEvents } from '../audit/events.ts';
import type { Ctx, PublicCtx } from '../context.ts';
import { isId } from '../is-id.ts';
import { currentDefinition } from '../intelligence-form/published.ts';
import { assistingRoles } from './drafts.server.ts';

/** What became of a draft for whoever posts to it. `not_own` is also what a draft looks like that never was. */
export type DraftFate =
  | { kind: 'there' }
  | { kind: 'sent'; submissionId: string; formVersion: number }
  | { kind: 'deleted'; formVersion: number }
  | { kind: 'not_own'; writer: string | null };

const begun = ['draft.started', 'draft.started_for_partner', 'draft.taken_over'] as const;

/** The account that writes a draft, or wrote it while it was there; null where there never was one. */
export async function draftWriter(ctx: Ctx | PublicCtx, draftId: string): Promise<string | null> {
  if (!isId(draftId)) return null;
  const last = await ctx.db.auditEvent.findFirst({
    where: { subjectId: draftId, subjectType: 'draft', type: { in: [...begun] } },
    orderBy: { id: 'desc' },
    select: { actorId: true },
  });
  return last?.actorId ?? null;
}

/** What became of one's own draft, which another tab may have sent or deleted meanwhile. The trail remembers it. */
export async function draftFate(ctx: Ctx, input: { draftId: string }): Promise<DraftFate> {
  const writer = await draftWriter(ctx, input.draftId);
  if (writer !== ctx.actor.accountId) return { kind: 'not_own', writer };
  const { db, actor } = ctx;
  if ((await db.draft.count({ where: { id: input.draftId } })) > 0) return { kind: 'there' };
  const formVersion = await formVersionOf(ctx, input.draftId);
  const writerOfSent = has(actor, ...assistingRoles)
    ? { enteredBy: actor.accountId }
    : { submittedBy: actor.accountId };
  const sent = await db.submission.findFirst({
    where: { draftId: input.draftId, ...writerOfSent },
    select: { id: true },
  });
  return sent ? { kind: 'sent', submissionId: sent.id, formVersion } : { kind: 'deleted', formVersion };
}

async function formVersionOf(ctx: Ctx, draftId: string): Promise<number> {
  const start = await ctx.db.auditEvent.findFirst({
    where: { subjectId: draftId, type: { in: ['draft.started', 'draft.started_for_partner'] } },
    select: { data: true },
  });
  const data = start?.data as AuditEvents['draft.started'] | undefined;
  return data?.formVersion ?? currentDefinition.version;
}
