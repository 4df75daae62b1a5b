import type { Id } from '#app/domain/kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import type { AuditEvents } from '../../audit/events.ts';
import type { Ctx, PublicCtx } from '../../kernel/context.ts';
import { isId } from '../../kernel/id.ts';
import { agreedFor } from '../../people/organisations/organisation.server.ts';

/**
 * What became of a draft for whoever opens it or posts to it. `taken_over`: they wrote it until a colleague, `by`, took
 * it over; `now` is what the colleague has done with it, `covers` whether they may still stand in for each other, and
 * `submissionId` the report that they may then add to. `not_own` is also what a draft looks like that never was.
 */
export type DraftFate =
  | { kind: 'there' }
  | { kind: 'sent'; submissionId: Id<'Submission'>; formVersion: number }
  | { kind: 'deleted'; formVersion: number }
  | TakenOver
  | { kind: 'not_own'; writer: string | null };

export type TakenOver = {
  kind: 'taken_over';
  by: string;
  now: 'unsent' | 'sent' | 'deleted';
  covers: boolean;
  submissionId: Id<'Submission'> | null;
  formVersion: number;
};

const begun = ['draft.started', 'draft.started_for_partner', 'draft.taken_over'] as const;

/** The account that writes a draft, or wrote it while it was there; null where there never was one. */
export async function draftWriter(ctx: Ctx | PublicCtx, draftId: string): Promise<string | null> {
  return (await writersOf(ctx, draftId)).at(-1) ?? null;
}

/** Everybody who wrote it, one after another. */
async function writersOf(ctx: Ctx | PublicCtx, draftId: string): Promise<(string | null)[]> {
  if (!isId(draftId)) return [];
  const events = await ctx.db.auditEvent.findMany({
    where: { subjectId: draftId, subjectType: 'draft', type: { in: [...begun] } },
    orderBy: { id: 'asc' },
    select: { actorId: true },
  });
  return events.map(({ actorId }) => actorId);
}

/** What became of one's own draft, which another tab may have sent or deleted meanwhile. The trail remembers it. */
export async function draftFate(ctx: Ctx, input: { draftId: Id<'Draft'> }): Promise<DraftFate> {
  const { db, actor } = ctx;
  const writers = await writersOf(ctx, input.draftId);
  const writer = writers.at(-1) ?? null;
  if (writer !== null && writer !== actor.accountId && writers.includes(actor.accountId))
    return takenOver(ctx, input.draftId, writer);
  if (writer !== actor.accountId) return { kind: 'not_own', writer };
  if ((await db.draft.count({ where: { id: input.draftId } })) > 0) return { kind: 'there' };
  const formVersion = await formVersionOf(ctx, input.draftId);
  const writerOfSent = may(actor, 'reports.enter')
    ? { enteredBy: actor.accountId }
    : { submittedBy: actor.accountId };
  const sent = await db.submission.findFirst({
    where: { draftId: input.draftId, ...writerOfSent },
    select: { id: true },
  });
  return sent ? { kind: 'sent', submissionId: sent.id, formVersion } : { kind: 'deleted', formVersion };
}

async function takenOver(ctx: Ctx, draftId: Id<'Draft'>, by: string): Promise<TakenOver> {
  const { db, actor } = ctx;
  const [colleague, unsent, sent, { cover: covers }, formVersion] = await Promise.all([
    db.account.findUniqueOrThrow({ where: { id: by }, select: { displayName: true } }),
    db.draft.count({ where: { id: draftId } }),
    db.submission.findFirst({
      where: { draftId, submittedBy: by, organisationId: actor.organisationId ?? '' },
      select: { id: true },
    }),
    agreedFor(db, actor.organisationId),
    formVersionOf(ctx, draftId),
  ]);
  return {
    kind: 'taken_over',
    by: colleague.displayName,
    now: sent ? 'sent' : unsent > 0 ? 'unsent' : 'deleted',
    covers,
    submissionId: covers ? (sent?.id ?? null) : null,
    formVersion,
  };
}

async function formVersionOf(ctx: Ctx, draftId: Id<'Draft'>): Promise<number> {
  const start = await ctx.db.auditEvent.findFirstOrThrow({
    where: { subjectId: draftId, type: { in: ['draft.started', 'draft.started_for_partner'] } },
    select: { data: true },
  });
  return (start.data as AuditEvents['draft.started']).formVersion;
}
