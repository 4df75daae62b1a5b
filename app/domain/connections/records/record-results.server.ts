import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import type { Id } from '../../kernel/id.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import type { ItemOf } from './record-input.ts';
import { mostRecords } from './record-kinds.ts';
import { linksOf } from './records-of.server.ts';
import { readResults, type WrittenResults } from './result-input.ts';
import { refuseTwice, writeRecord } from './write-record.server.ts';

/** What results came of; `disseminationId` where its recipients tell them, who then see and correct them. */
export type ResultsOf = {
  submissionId: Id<'Submission'>;
  item: ItemOf | null;
  disseminationId: Id<'Dissemination'> | null;
};

/**
 * Records what came of a report where it becomes known: beside a recipient's answer, the result of a task, or how the
 * report ends, in their transaction. The caller has asked who says it. Gives what is wrong, by field; then nothing is written.
 */
export async function recordResults(
  tx: Tx,
  ctx: Ctx,
  { submissionId, item, disseminationId }: ResultsOf,
  written: WrittenResults,
): Promise<Record<string, string>> {
  const { results, problems } = readResults(written, forceDay(ctx.clock.now()), item);
  if (results.length === 0 || Object.keys(problems).length > 0) return problems;
  const { standing, removed } = await linksOf(tx, submissionId);
  if (standing.length + removed.length + results.length > mostRecords)
    return { results: `A submission can have ${mostRecords} records at most` };
  for (const result of results) {
    const linkId = randomUUID();
    try {
      refuseTwice(standing, { ...result, linkId });
    } catch (failure) {
      if (failure instanceof Invalid) return { results: failure.fieldErrors['reference'] ?? '' };
      throw failure;
    }
  }
  for (const result of results) {
    const version = { number: 1, givenByPartner: false, removedReason: null };
    await writeRecord(tx, ctx, {
      ...result,
      ...version,
      linkId: randomUUID(),
      submissionId,
      disseminationId,
    });
    await record(tx, ctx, {
      type: 'record_link.added',
      data: { kind: result.kind, givenByPartner: false },
      subject: { type: 'submission', id: submissionId },
    });
  }
  return {};
}
