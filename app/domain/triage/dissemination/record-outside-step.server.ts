import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { instantOf, type LocalTime } from '../../kernel/local-time.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';

import { outsideFor, type DisseminationRow } from '../../submission/dissemination.server.ts';
import {
  isMeans,
  isOutsideStep,
  stepOf,
  type Awaits,
  type Means,
  type OutsideStep,
} from '../../kernel/recipients.ts';
import { recordedSteps, type RecordedStep } from '../../submission/outside-steps.server.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';

/** An officer's record of something done outside the portal: `with` is a role or post, not a person's name. */
export type WrittenStep = {
  disseminationId: Id<'Dissemination'>;
  step: string;
  means: string;
  with: string;
  at: LocalTime;
  note: string;
};

/**
 * The step that has to be recorded next of a dissemination, for the page that asks for it, or one that was recorded and
 * may be corrected. @throws NotFound, Forbidden, Conflict
 */
export async function prepareOutsideStep(
  ctx: Ctx,
  input: { disseminationId: Id<'Dissemination'>; step: string },
): Promise<{
  step: OutsideStep;
  reference: string;
  body: string;
  post: string;
  now: Date;
  recorded: RecordedStep | null;
}> {
  return transaction(ctx.db, async (tx) => {
    const { row } = await outsideFor(tx, ctx, input.disseminationId);
    const recorded = recordedSteps(row.disseminationSteps).find(({ step }) => step === input.step) ?? null;
    return {
      step: recorded?.step ?? stepDue(row, input.step),
      reference: row.reference ?? '',
      body: row.recipientBody ?? '',
      post: row.recipientPost ?? '',
      now: ctx.clock.now(),
      recorded,
    };
  });
}

/**
 * Records that an item was passed on outside the force, that its recipient was heard to have it, or that they were told
 * of its recall: how, with whom and when. Each once, and in that order. Gives the step. @throws NotFound, Forbidden,
 * Conflict, Invalid
 */
export async function recordOutsideStep(ctx: Ctx, input: WrittenStep): Promise<OutsideStep> {
  return transaction(ctx.db, async (tx) => {
    const { row } = await outsideFor(tx, ctx, input.disseminationId);
    const step = stepDue(row, input.step);
    const now = ctx.clock.now();
    const written = readStep(input, { earliest: earliest(row, step), latest: now, now });
    await tx.disseminationStep.create({
      data: {
        id: randomUUID(),
        disseminationId: row.id,
        step,
        ...written,
        recordedBy: ctx.actor.accountId,
        recordedAt: now,
      },
    });
    await tx.dissemination.update({ where: { id: row.id }, data: after(step, ctx.actor.accountId, now) });
    await record(tx, ctx, {
      type: 'dissemination.step_recorded',
      data: { recipient: row.recipientKind, step, means: written.means },
      subject: { type: 'dissemination', id: row.id },
    });
    return step;
  });
}

/**
 * Records anew what was recorded wrongly, with the reason. The wrong entry stays and names nothing that is due: what was
 * done counts as done. `corrects` is the entry that the page showed. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function correctOutsideStep(
  ctx: Ctx,
  input: WrittenStep & { corrects: string; reason: string },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM dissemination WHERE id = ${input.disseminationId}::uuid FOR NO KEY UPDATE`;
    const { row } = await outsideFor(tx, ctx, input.disseminationId);
    const steps = recordedSteps(row.disseminationSteps);
    const wrong = steps.find(({ step }) => step === input.step);
    if (!wrong) throw new NotFound();
    if (wrong.id !== input.corrects)
      throw new Conflict(`${wrong.recordedBy} has corrected this since you opened it. Read it first`);
    const now = ctx.clock.now();
    const reason = input.reason.trim();
    const errors: Record<string, string> = {};
    if (reason === '') errors['reason'] = 'Enter what was wrong';
    else if (reason.length > textLimits.conditions)
      errors['reason'] = `Must be ${charactersOrLess(textLimits.conditions)}`;
    const bounds = { earliest: earliest(row, wrong.step), latest: latest(steps, wrong.step) ?? now, now };
    const written = readStep(input, bounds, errors);
    await tx.disseminationStep.create({
      data: {
        id: randomUUID(),
        disseminationId: row.id,
        step: wrong.step,
        ...written,
        recordedBy: ctx.actor.accountId,
        recordedAt: now,
        corrects: wrong.id,
        reason,
      },
    });
    await record(tx, ctx, {
      type: 'dissemination.step_corrected',
      data: { recipient: row.recipientKind, step: wrong.step, means: written.means },
      subject: { type: 'dissemination', id: row.id },
    });
  });
}

/** The step that an address names, when it is the one that is due. */
function stepDue(row: DisseminationRow, step: string): OutsideStep {
  if (!isOutsideStep(step)) throw new NotFound();
  const awaits = row.awaits;
  if (awaits !== null && stepOf[awaits] === step) return step;
  if (row.disseminationSteps.some((each) => each.step === step))
    throw new Conflict('This has been recorded already');
  if (row.disseminationRecall) throw new Conflict('This item has been recalled');
  throw new Conflict('Record first how it was passed on');
}

function after(
  step: OutsideStep,
  accountId: Id<'Account'>,
  now: Date,
): { awaits: Awaits | null; acknowledgedBy?: string; acknowledgedAt?: Date } {
  if (step === 'passed') return { awaits: 'acknowledgement' };
  if (step === 'acknowledged') return { awaits: null, acknowledgedBy: accountId, acknowledgedAt: now };
  return { awaits: null };
}

/**
 * The time before which the step cannot have been: nothing is passed on before it is let out, heard before it is
 * passed, told before it is recalled.
 */
function earliest(row: DisseminationRow, step: OutsideStep): Date {
  if (step === 'told_of_recall') return row.disseminationRecall?.recalledAt ?? row.disseminatedAt;
  if (step === 'passed') return row.disseminatedAt;
  return (
    recordedSteps(row.disseminationSteps).find((each) => each.step === 'passed')?.at ?? row.disseminatedAt
  );
}

/** The time after which the step cannot have been: it was heard after it was passed on. */
const latest = (steps: readonly RecordedStep[], step: OutsideStep): Date | undefined =>
  step === 'passed' ? steps.find((each) => each.step === 'acknowledged')?.at : undefined;

function readStep(
  input: WrittenStep,
  { earliest: from, latest: to, now }: { earliest: Date; latest: Date; now: Date },
  errors: Record<string, string> = {},
): { means: Means; withPost: string; happenedAt: Date; note: string | null } {
  const chosen = isMeans(input.means) ? input.means : null;
  if (chosen === null) errors['means'] = 'Select how';
  const withPost = input.with.trim();
  if (withPost === '') errors['with'] = 'Enter the role or post of whoever it was';
  else if (withPost.length > textLimits.recipient)
    errors['with'] = `Must be ${charactersOrLess(textLimits.recipient)}`;
  // Where the clocks go back a time comes twice: the later one is meant, unless that is still to come.
  const readings = [instantOf(input.at, 'later'), instantOf(input.at, 'earlier')];
  const happenedAt = readings.find((at) => at !== null && at <= now) ?? readings[0] ?? null;
  if (!happenedAt) errors['at-time'] = 'The clocks go forward over this time, so it never comes';
  // People write minutes, and what went before has seconds.
  const fromMinute = Math.floor(from.getTime() / 60_000) * 60_000;
  if (happenedAt && happenedAt > now) errors['at'] = 'The day and time must be in the past';
  else if (happenedAt && happenedAt.getTime() < fromMinute)
    errors['at'] = 'The day and time cannot be before what it answers to';
  else if (happenedAt && happenedAt > to)
    errors['at'] = 'The day and time cannot be after what answers to it';
  const note = input.note.trim();
  if (note.length > textLimits.conditions)
    errors['note'] = `Note must be ${charactersOrLess(textLimits.conditions)}`;
  if (!happenedAt || chosen === null || Object.keys(errors).length > 0) throw new Invalid(errors);
  return { means: chosen, withPost, happenedAt, note: note || null };
}
