import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { randomUUID } from 'node:crypto';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import { noAnswers } from '../../form/source-identity.ts';
import { formWords } from '../../form/words.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import { loadSubmission, lockSubmission } from '../../submission/load-submission.server.ts';
import { isSubmitter } from '../../submission/submission-access.ts';
import type { Depot } from '../attachments/depot.ts';
import { kindAndSize } from '../attachments/file-kinds.ts';
import { filesSectionId } from '../attachments/files-section.ts';
import {
  receiveFile,
  type Added,
  type ReceivedFile,
  type SentFile,
} from '../attachments/receive-file.server.ts';
import { namesSource } from '../sources/source-named.server.ts';
import { keepSupplement } from './keep-supplement.server.ts';

/** What a file shows may be left out, so nothing is lost where it may not be said so. */
export const fileNamesSource =
  'What they show may name or point to the person who told you. Say it in another way, or leave it out';

/**
 * Adds a file to a report that was sent. It goes to the police as it comes in: it stands among the files of the report, and
 * what it shows is an addition like any other, in sight until an officer has read it. What the scanner refuses is listed,
 * and is no addition.
 * @throws NotFound, Conflict once withdrawn, Invalid with words for `file` or `description`, RateLimited
 */
export async function addFile(
  ctx: Ctx,
  depot: Depot,
  { submissionId, ...file }: SentFile & { submissionId: Id<'Submission'> },
): Promise<Added> {
  const open = async (tx: Tx, load: typeof loadSubmission) => {
    const submission = await load(tx, ctx, submissionId);
    if (!isSubmitter(ctx.actor, submission.state, submission.accessFacts)) throw new NotFound();
    if (submission.state.status === 'withdrawn')
      throw new Conflict('You withdrew this report. Start a new one');
    return submission;
  };
  await transaction(ctx.db, (tx) => open(tx, loadSubmission));
  return receiveFile(
    ctx,
    depot,
    {
      // A draft is gone once it is sent: what comes afterwards stands under the report itself.
      draftId: submissionId as string as Id<'Draft'>,
      submissionId,
      lock: async (tx, description) => {
        await open(tx, lockSubmission);
        if (description !== '' && (await namesSource(tx, ctx, submissionId, description)))
          throw new Invalid({ description: fileNamesSource });
      },
      touched: () => Promise.resolve(),
      settled: async (tx, received, state) => {
        const submission = await open(tx, lockSubmission);
        await record(tx, ctx, {
          type: 'attachment.sent_later',
          data: { submissionId, state },
          subject: { type: 'attachment', id: received.id },
        });
        if (state === 'refused') return;
        await keepSupplement(tx, ctx, submission, {
          id: randomUUID(),
          text: await inWords(tx, submissionId, received),
          knownHow: null,
          danger: 'not_asked',
          part: filesSectionId,
          answers: noAnswers,
        });
      },
    },
    file,
  );
}

/** What an officer reads among what was added: which file of the report it is, and what it shows. */
async function inWords(
  tx: Tx,
  submissionId: Id<'Submission'>,
  { description, kind, content }: ReceivedFile,
): Promise<string> {
  const number = await tx.attachment.count({ where: { submissionId } });
  const lines = [formWords.files.title({ number }), description, kindAndSize(kind, content.size)];
  return lines.filter((line) => line !== '').join('\n');
}
