import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Answers } from '../form/answers.ts';
import { formOfVersion } from '../form/forms.server.ts';
import { said, type Said } from '../form/said.ts';

/** What a submission says, by meaning, as it was sent. The caller has asked who looks. */
export async function saidOf(tx: Tx, submissionId: Id<'Submission'>): Promise<Said> {
  const [row] = await tx.$queryRaw<{ answers: Answers; version: number }[]>`
    SELECT content.answers, submission.form_version AS version
    FROM submission_content AS content JOIN submission ON submission.id = content.submission_id
    WHERE content.submission_id = ${submissionId}::uuid`;
  if (!row) throw new Error('A submission has no content');
  return said(await formOfVersion(tx, row.version), row.answers);
}
