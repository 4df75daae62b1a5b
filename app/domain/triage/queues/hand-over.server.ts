import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { ActionEffect } from '../../submission/actions/effect.ts';
import { colleagues } from './colleagues.server.ts';

/**
 * Gives one's claim, or as an FIB supervisor anybody's, to an officer of the queue, with what they need to know; the
 * colleague is told by a message without content.
 */
export const handOver: ActionEffect = async (tx, ctx, submission, { colleague }) => {
  const known = (await colleagues(tx, ctx, submission, 'colleague')).find(
    ({ accountId }) => accountId === colleague,
  );
  return {
    input: known
      ? {
          colleague: {
            accountId: known.accountId,
            holdsPrimaryQueue: true,
            away: known.awayUntil !== null,
          },
        }
      : {},
    after: async () => {
      // Whom the list does not hold was refused before.
      if (!known) return;
      await enqueue(tx, {
        name: 'send-mail',
        data: { kind: 'work-given', accountId: known.accountId, submissionId: submission.id },
      });
    },
  };
};
