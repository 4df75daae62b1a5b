import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import type { Id } from '../../kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import { tellAsker } from '../../notify/tell-requests.server.ts';
import { hoursFrom, type Decision } from './source-requests.ts';

/**
 * Decides on a request to open a sealed source: agreed, for whoever asked and so many hours; or not, which also ends the
 * reading of one that was opened at once. Nobody decides on their own. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function decideOpening(
  ctx: Ctx,
  input: { requestId: Id<'SourceRequest'>; decision: Decision; words: string },
): Promise<void> {
  if (!may(ctx.actor, 'sources.decide')) throw new Forbidden();
  await transaction(ctx.db, async (tx) => {
    const request = await waitingRequest(tx, input.requestId);
    if (request.askedBy === ctx.actor.accountId)
      throw new Forbidden('Another source custodian decides on what you asked for');
    const now = ctx.clock.now();
    const { decision, words } = input;
    const agreed = decision !== 'no';
    if (agreed && (decision === 'right') !== request.atOnce)
      throw new Invalid({ decision: 'Select what you decide' });
    await tx.sourceRequest.update({
      where: { id: request.id },
      data: {
        agreed,
        words,
        decidedBy: ctx.actor.accountId,
        decidedAt: now,
        ...(agreed && decision !== 'right' ? { readableUntil: hoursFrom(now, Number(decision)) } : {}),
      },
    });
    await record(tx, ctx, {
      type: 'source.opening_decided',
      data: { request: request.id, agreed },
      subject: { type: 'submission', id: request.submissionId },
    });
    await tellAsker(tx, request.askedBy, request.submissionId);
  });
}

async function waitingRequest(tx: Tx, id: Id<'SourceRequest'>) {
  await tx.$queryRaw`SELECT 1 FROM source_request WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const request = await tx.sourceRequest.findUnique({
    where: { id },
    select: { id: true, submissionId: true, askedBy: true, atOnce: true, decidedBy: true },
  });
  if (!request) throw new NotFound();
  if (request.decidedBy !== null) throw new Conflict('Somebody has decided on this already');
  return request;
}
