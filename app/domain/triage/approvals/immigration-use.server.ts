import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict } from '../../kernel/failures.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';
import { tellAsker, tellDeciders } from '../../notify/tell-requests.server.ts';
import { overrideMissing, type ActionInput } from '../../submission/action-input.ts';
import type { ActionEffect } from '../../submission/actions/effect.ts';
import { readItems, type Item } from '../../submission/items.server.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';
import { saidOf } from '../../submission/said-of.server.ts';
import { sharingLimits } from '../../submission/sharing-limits.ts';
import { transition } from '../../submission/transition.server.ts';
import { isSent, outside } from '../dissemination/addressed-to.server.ts';
import { letOut, readyToGo } from '../dissemination/let-out.server.ts';
import { openRequests, type AskedUse } from './protection-requests.server.ts';

/**
 * Asks that something goes to immigration enforcement, with the reason. Nothing goes out until a supervisor who did not ask
 * has decided.
 */
export async function askImmigrationUse(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  input: ActionInput,
  { reason, ...use }: AskedUse & { reason: string },
): Promise<void> {
  await transition(tx, ctx, submission, {
    action: 'ask_immigration_use',
    input,
    change: { immigrationAskedBy: ctx.actor.accountId },
    note: reason,
    data: use,
  });
  await tellDeciders(tx, ctx.actor.accountId);
}

/**
 * Lets out what somebody else asked for, as they asked, with the reason; where the partner set the condition against it,
 * also why that is overridden. An item that has changed since is asked for anew.
 */
export const grantImmigrationUse: ActionEffect = async (tx, ctx, submission, { comment, override }) => {
  const requests = await openRequests(tx, ctx, submission);
  const request = requests.find(({ kind }) => kind === 'immigration_use');
  const use = request?.use ?? null;
  const [item] = use ? await readItems(tx, submission, use.itemId) : [];
  const { notForImmigration } = sharingLimits(await saidOf(tx, submission.id));
  return {
    input: {
      ...(item && (await readyToGo(tx, item))),
      recipient: { kind: 'immigration_enforcement' },
      overrideProblem: notForImmigration ? problemOf(override) : null,
    },
    note: notForImmigration
      ? `${comment.trim()}\n\nWhy the partner’s condition is overridden: ${override.trim()}`
      : comment,
    change: { immigrationAskedBy: null },
    data: { item: use?.item ?? null, version: use?.version ?? null, overridden: notForImmigration },
    after: async () => {
      if (!request || !use || !item) throw new Conflict(changed);
      const { text, grade } = asAsked(item, use);
      const { conditions, limitReason } = use;
      const recipient = outside('immigration_enforcement', use.body, use.post, request.reason);
      if (await isSent(tx, text.id, recipient)) throw new Conflict(changed);
      const sentBy = request.askedById;
      await letOut(tx, ctx, submission, { item, text, grade, recipient, conditions, limitReason, sentBy });
      await tellAsker(tx, sentBy, submission.id);
    },
  };
};

/** Lets nothing out although somebody asked, with the reason. */
export const refuseImmigrationUse: ActionEffect = (tx, _, { id, state }) => ({
  change: { immigrationAskedBy: null },
  after: () => tellAsker(tx, state.immigrationAskedBy, id),
});

const changed =
  'The item, its text or its grade has changed since this was asked. Do not disclose it, so that it is asked anew';

/** The text and the grade that were asked for, while they are what the item has. @throws Conflict */
function asAsked({ voided, versions: [text], grade }: Item, use: AskedUse) {
  if (voided || text?.id !== use.textId || text.sentBack || grade?.id !== use.gradeId)
    throw new Conflict(changed);
  return { text, grade };
}

function problemOf(override: string): string | null {
  const written = override.trim();
  if (written === '') return overrideMissing;
  return written.length > textLimits.conditions
    ? `The reason must be ${charactersOrLess(textLimits.conditions)}`
    : null;
}
