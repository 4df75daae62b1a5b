import { randomUUID } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import { questionsOf } from '../../form/definition.ts';
import { formOfVersion } from '../../form/forms.server.ts';
import { openSealed } from '../../intake/sources/seal-source.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, NotFound } from '../../kernel/failures.ts';
import type { Id } from '../../kernel/id.ts';
import { isFinal } from '../../kernel/statuses.ts';
import { mayReadContact } from '../../submission/submission-access.ts';
import { originalFor, type LoadedSubmission } from '../../submission/load-submission.server.ts';
import { standingOf, type Standing } from './source-requests.ts';

/** What an officer asked about one submission, and how it stands now. */
export type OwnRequest = {
  id: Id<'SourceRequest'>;
  standing: Standing;
  atOnce: boolean;
  askedAt: Date;
  readableUntil: Date | null;
  /** What the custodian said. */
  words: string | null;
};

/** The sealed source of one submission, as one officer finds it: `request` is what counts of what they asked. */
export type SourcePage = { reference: string; request: OwnRequest | null; mayOpenAtOnce: boolean };

/** @throws NotFound where the actor may not read the original, or nothing is sealed */
export async function openSourcePage(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'> },
): Promise<SourcePage> {
  return transaction(ctx.db, async (tx) => {
    const submission = await sealedSubmission(tx, ctx, input.submissionId);
    const requests = await ownRequests(tx, ctx, submission.id);
    const counts = requests.find(({ standing }) => standing === 'readable') ?? requests[0] ?? null;
    return {
      reference: submission.reference,
      request: counts,
      mayOpenAtOnce: mayOpenAtOnce(ctx, submission),
    };
  });
}

/** One sealed answer, with the question to which it was given. */
export type SealedAnswer = { question: string; answer: string };

/**
 * Who told the partner, for whoever asked and for as long as they may read it. Each reading is kept under its request and
 * is an event. @throws NotFound, Conflict where nothing lets the actor read it now
 */
export async function readSource(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'> },
): Promise<SealedAnswer[]> {
  return transaction(ctx.db, async (tx) => {
    const submission = await sealedSubmission(tx, ctx, input.submissionId);
    const requests = await ownRequests(tx, ctx, submission.id);
    const request = requests.find(({ standing }) => standing === 'readable');
    if (!request) throw new Conflict('You cannot read it now: the time is over, or nobody has agreed');
    await tx.sourceReading.create({
      data: { id: randomUUID(), requestId: request.id, readAt: ctx.clock.now() },
    });
    await record(tx, ctx, {
      type: 'source.read',
      data: { request: request.id },
      subject: { type: 'submission', id: submission.id },
    });
    const sealed: Record<string, string> = (await openSealed(tx, ctx, { submissionId: submission.id })) ?? {};
    const { formVersion } = await tx.submission.findUniqueOrThrow({
      where: { id: submission.id },
      select: { formVersion: true },
    });
    return questionsOf(await formOfVersion(tx, formVersion)).flatMap(({ id, label }) => {
      const answer = sealed[id];
      return answer === undefined ? [] : [{ question: label, answer }];
    });
  });
}

/** A submission whose original the actor may read and whose source is sealed. @throws NotFound */
export async function sealedSubmission(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
): Promise<LoadedSubmission> {
  const submission = await originalFor(tx, ctx, submissionId, 'read');
  if (ctx.actor.side !== 'police' || (await tx.sourceRecord.count({ where: { submissionId } })) === 0)
    throw new NotFound();
  return submission;
}

/** A High submission that is open, by whoever holds it; while nobody does, by the duty list. */
export const mayOpenAtOnce = ({ actor }: Ctx, { state, accessFacts }: LoadedSubmission): boolean =>
  state.priority === 'high' && !isFinal(state.status) && mayReadContact(actor, state, accessFacts);

/** What the actor asked about it, the newest first. */
export async function ownRequests(tx: Tx, ctx: Ctx, submissionId: Id<'Submission'>): Promise<OwnRequest[]> {
  const rows = await tx.sourceRequest.findMany({
    where: { submissionId, askedBy: ctx.actor.accountId },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, atOnce: true, askedAt: true, readableUntil: true, words: true, agreed: true },
  });
  return rows.map(({ agreed, ...row }) => ({
    ...row,
    standing: standingOf({ agreed, readableUntil: row.readableUntil }, ctx.clock.now()),
  }));
}
