import { record } from '../../audit/record.server.ts';
import { putOnAccessList, takeOffAccessList } from '../../submission/access-list.server.ts';
import type { ActionEffect } from '../../submission/actions/effect.ts';
import { colleagues } from '../queues/colleagues.server.ts';

/**
 * A supervisor puts somebody of FIB, or themselves, onto the access list of a restricted submission, with the reason. Who
 * it was stands in the history.
 */
export const giveAccess: ActionEffect = async (tx, ctx, submission, { colleague, comment }) => {
  const reader = (await colleagues(tx, ctx, submission, 'reader_to_add')).find(
    ({ accountId }) => accountId === colleague,
  );
  return {
    ...(reader ? { input: { reader: reader.accountId }, note: `${reader.name}: ${comment.trim()}` } : {}),
    after: async () => {
      // Whom the list of colleagues does not hold was refused before.
      if (!reader) return;
      await putOnAccessList(tx, ctx, submission.id, reader.accountId, comment.trim());
      await record(tx, ctx, {
        type: 'submission.access_given',
        data: { accountId: reader.accountId },
        subject: { type: 'submission', id: submission.id },
      });
    },
  };
};

/** Takes somebody off it, but not its holder. */
export const takeAccess: ActionEffect = async (tx, ctx, submission, { colleague, comment }) => {
  const reader = (await colleagues(tx, ctx, submission, 'reader_to_take_off')).find(
    ({ accountId }) => accountId === colleague,
  );
  return {
    ...(reader ? { input: { reader: reader.accountId }, note: `${reader.name}: ${comment.trim()}` } : {}),
    after: async () => {
      if (!reader) return;
      await takeOffAccessList(tx, ctx, submission.id, reader.accountId, comment.trim());
      await record(tx, ctx, {
        type: 'submission.access_taken',
        data: { accountId: reader.accountId },
        subject: { type: 'submission', id: submission.id },
      });
    },
  };
};
