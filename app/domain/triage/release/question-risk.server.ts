import { z } from 'zod';
import type { Tx } from '#app/platform/db/transaction.ts';

/** What makes a further question to this partner riskier for them. */
export type QuestionRisk = {
  /** The partner says that the same source has told police something before. */
  sourceGaveBefore: boolean;
  /** Questions that this submission's partner was already asked, about it. */
  alreadyAsked: number;
};

const answersSchema = z.object({ sourceGivenBefore: z.string().optional() }).loose();

/** Reads what the page of a question warns of. Who the source is stays sealed: only the partner's own word is known. */
export async function questionRisk(tx: Tx, submissionId: string): Promise<QuestionRisk> {
  const content = await tx.submissionContent.findUnique({
    where: { submissionId },
    select: { answers: true },
  });
  const alreadyAsked = await tx.partnerMessage.count({ where: { submissionId, kind: 'question' } });
  const read = answersSchema.safeParse(content?.answers);
  return { sourceGaveBefore: read.success && read.data.sourceGivenBefore === 'yes', alreadyAsked };
}
