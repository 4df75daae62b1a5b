import { createHash } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import { keepMentions } from '../../connections/entities/keep-mentions.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { tellReadyForApproval } from '../approvals/tell-approvers.server.ts';
import { itemFor } from '../../submission/items.server.ts';
import { decideTransition } from '../../submission/decide-transition.ts';
import { failureOf, transition } from '../../submission/transition.server.ts';
import { refuseStale } from '../../submission/refuse-stale.server.ts';
import { decisionOf, mostNarrowing, narrowingOf } from './narrowing.ts';
import { limitChecks } from '../../intake/sources/refuse-sealed-words.server.ts';
import { checkForRelease, type ShownWarning } from './release-check.server.ts';
import { accessTo } from '../../submission/load-submission.server.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';

/**
 * `checked` names the text whose warnings were confirmed, as `textMark` does: other text has to be looked at again.
 * `decisions`, as `decisionOf` writes them, say of what points at few people whether it stays or is made wider; `asked`
 * is the mark of the text of which that was asked.
 */
export type SanitiseInput = {
  itemId: Id<'IntelligenceItem'>;
  text: string;
  checked: string | null;
  decisions?: readonly string[];
  asked?: string;
  expectedVersion: number | null;
};

export type SanitiseResult =
  | { saved: true; version: number; submissionId: Id<'Submission'> }
  | { saved: false; warnings: ShownWarning[]; mark: string; undecided: Undecided[] };

/** What points at few people and is neither kept nor widened: the number of its question, and what was said of it. */
export type Undecided = { number: number; said: 'nothing' | 'widen' };

/** Stands for a text, so that a confirmation holds for the text it was given for. */
export const textMark = (text: string): string => createHash('sha256').update(text).digest('base64url');

/**
 * Keeps a new version of the sanitised text; earlier ones stay as they are. Where the checks warn, nothing is kept until
 * the officer has confirmed that they looked at each warning, and has said of everything that points at few people that it
 * stays; the warnings are then kept with the version, without the passages. What they made wider is counted. @throws NotFound, Forbidden, Conflict, Invalid, RateLimited
 */
export async function sanitiseItem(ctx: Ctx, input: SanitiseInput): Promise<SanitiseResult> {
  const text = readSanitised(input.text);
  await limitChecks(ctx, [text]);
  return transaction(ctx.db, (tx) => keepText(tx, ctx, { ...input, text }));
}

/** @throws Invalid */
export function readSanitised(written: string): string {
  const text = written.trim();
  if (!text) throw new Invalid({ text: 'Enter the sanitised text' });
  if (text.length > textLimits.sanitised)
    throw new Invalid({
      text: `Sanitised text must be ${charactersOrLess(textLimits.sanitised)}`,
    });
  return text;
}

/** The same inside a transaction, of a text that was read and whose check was counted. */
export async function keepText(tx: Tx, ctx: Ctx, input: SanitiseInput): Promise<SanitiseResult> {
  const { text } = input;
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
  const mark = textMark(text);
  const { kept, widened, undecided } = decided(narrowingOf(warnings), input.decisions ?? []);
  const confirmed = input.checked === mark || warnings.every((warning) => warning.mark !== null);
  if (!confirmed || undecided.length > 0) {
    // Of what was not asked yet, nothing is missing.
    return { saved: false, warnings, mark, undecided: input.asked === mark ? undecided : [] };
  }
  const version = (item.versions[0]?.version ?? 0) + 1;
  await transition(tx, ctx, submission, {
    action: 'sanitise',
    input: actionInput,
    expectedVersion: input.expectedVersion,
    data: { item: item.number, version, warnings: warnings.length, kept, widened },
  });
  const sanitisedTextId = newId<'SanitisedText'>();
  await tx.sanitisedText.create({
    data: {
      id: sanitisedTextId,
      itemId: item.id,
      version,
      text,
      warningsAccepted: warnings.map(({ kind, start, end, message, mark: narrow }) => ({
        ...{ kind, start, end, message },
        ...(narrow === null ? {} : { decision: 'keep' }),
      })),
      writtenBy: ctx.actor.accountId,
      writtenAt: ctx.clock.now(),
    },
  });
  await keepMentions(tx, ctx, { submissionId: submission.id, sanitisedTextId, text });
  await record(tx, ctx, {
    type: 'item.sanitised',
    data: { version, warnings: warnings.length, kept, widened },
    subject: { type: 'intelligence_item', id: item.id },
  });
  await tellReadyForApproval(tx, submission.id, item.id);
  return { saved: true, version, submissionId: submission.id };
}

function decided(narrowing: readonly { mark: string }[], decisions: readonly string[]) {
  if (narrowing.length > mostNarrowing)
    throw new Invalid({
      text: `This text has ${narrowing.length} details that point at few people. Make some wider until ${mostNarrowing} are left`,
    });
  const undecided = narrowing.flatMap(({ mark }, number): Undecided[] =>
    decisions.includes(decisionOf('keep', mark))
      ? []
      : [{ number, said: decisions.includes(decisionOf('widen', mark)) ? 'widen' : 'nothing' }],
  );
  const there = narrowing.map(({ mark }) => decisionOf('widen', mark));
  const gone = new Set(decisions.filter((one) => one.startsWith('widen ') && !there.includes(one)));
  return { kept: narrowing.length - undecided.length, widened: gone.size, undecided };
}
