import { createHash, randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { tellReadyForApproval } from '../approvals/tell-approvers.server.ts';
import { itemFor } from '../../submission/items.server.ts';
import { decideTransition } from '../../submission/decide-transition.ts';
import { failureOf, transition } from '../../submission/transition.server.ts';
import { refuseStale } from '../../submission/refuse-stale.server.ts';
import { checkForRelease, limitChecks, type ShownWarning } from './release-check.server.ts';
import { accessTo } from '../../submission/load-submission.server.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';

/** `checked` names the text whose warnings were confirmed, as `textMark` does: other text has to be looked at again. */
export type SanitiseInput = {
  itemId: Id<'IntelligenceItem'>;
  text: string;
  checked: string | null;
  expectedVersion: number | null;
};

export type SanitiseResult =
  | { saved: true; version: number; submissionId: Id<'Submission'> }
  | { saved: false; warnings: ShownWarning[]; mark: string };

/** Stands for a text, so that a confirmation holds for the text it was given for. */
export const textMark = (text: string): string => createHash('sha256').update(text).digest('base64url');

/**
 * Keeps a new version of the sanitised text; earlier ones stay as they are. Where the checks warn, nothing is kept until
 * the officer has confirmed that they looked at each warning; the warnings are then kept with the version, without the
 * passages. @throws NotFound, Forbidden, Conflict, Invalid, RateLimited
 */
export async function sanitiseItem(ctx: Ctx, input: SanitiseInput): Promise<SanitiseResult> {
  const text = input.text.trim();
  if (!text) throw new Invalid({ text: 'Enter the sanitised text' });
  if (text.length > textLimits.sanitised)
    throw new Invalid({
      text: `Sanitised text must be ${charactersOrLess(textLimits.sanitised)}`,
    });
  await limitChecks(ctx, [text]);
  return transaction(ctx.db, async (tx) => {
    const { item, submission } = await itemFor(tx, ctx, input.itemId, 'change');
    const actionInput = { itemsGraded: item.grade !== null };
    // Before anything is held against the sealed record: only who may write the text learns what the checks say.
    await refuseStale(tx, ctx, submission, input.expectedVersion);
    const may = decideTransition(
      submission.state,
      'sanitise',
      ctx.actor,
      accessTo(ctx, submission),
      actionInput,
    );
    if (!may.ok) throw failureOf(may);
    const [warnings = []] = await checkForRelease(tx, ctx, submission.id, [text]);
    if (warnings.length > 0 && input.checked !== textMark(text))
      return { saved: false, warnings, mark: textMark(text) };
    const version = (item.versions[0]?.version ?? 0) + 1;
    await transition(tx, ctx, submission, {
      action: 'sanitise',
      input: actionInput,
      expectedVersion: input.expectedVersion,
      data: { item: item.number, version, warnings: warnings.length },
    });
    await tx.sanitisedText.create({
      data: {
        id: randomUUID(),
        itemId: item.id,
        version,
        text,
        warningsAccepted: warnings.map(({ kind, start, end, message }) => ({ kind, start, end, message })),
        writtenBy: ctx.actor.accountId,
        writtenAt: ctx.clock.now(),
      },
    });
    await record(tx, ctx, {
      type: 'item.sanitised',
      data: { version, warnings: warnings.length },
      subject: { type: 'intelligence_item', id: item.id },
    });
    await tellReadyForApproval(tx, submission.id, item.id);
    return { saved: true, version, submissionId: submission.id };
  });
}
