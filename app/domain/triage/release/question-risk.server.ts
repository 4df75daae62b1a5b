import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { textSaid } from '../../form/said.ts';
import { saidOf } from '../../submission/said-of.server.ts';

/** What makes a further question to this partner riskier for them. */
export type QuestionRisk = {
  /** The partner says that the same source has told police something before. */
  sourceGaveBefore: boolean;
  /** Questions that this submission's partner was already asked, about it. */
  alreadyAsked: number;
};

/** Reads what the page of a question warns of. Who the source is stays sealed: only the partner's own word is known. */
export async function questionRisk(tx: Tx, submissionId: Id<'Submission'>): Promise<QuestionRisk> {
  const report = await saidOf(tx, submissionId);
  const alreadyAsked = await tx.partnerMessage.count({ where: { submissionId, kind: 'question' } });
  return { sourceGaveBefore: textSaid(report, 'source.gaveBefore') === 'yes', alreadyAsked };
}
