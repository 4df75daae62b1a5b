import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { todayOf } from '../../intake/drafts/drafts.server.ts';
import { keepSupplement } from '../../intake/own-reports/keep-supplement.server.ts';
import {
  readSighting,
  sightingInWords,
  sightingsOfConcern,
  type WrittenSighting,
} from '../../intake/own-reports/sighting.ts';
import { mayNameSource, mostSupplements, saysDanger } from '../../intake/own-reports/supplement.ts';
import { namesSource } from '../../intake/sources/source-named.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import type { Id } from '../../kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import { lockSubmission } from '../../submission/load-submission.server.ts';
import { promiseParts } from '../../submission/partner-promise.server.ts';
import { raisedBy } from '../../submission/promise.ts';
import { giveToSupervisors } from './give-to-supervisors.server.ts';
import { dayOf } from './task-input.ts';

export type SightingInput = WrittenSighting & {
  submissionId: Id<'Submission'>;
  /** Made by the page, so that pressing the button twice tells once. */
  supplementId: string;
  /** The person has been warned that the text may name their source, and sends it all the same. */
  warned: boolean;
};

/**
 * Whoever sent a report happened to see the same again: an addition with its day, which goes where every addition goes. The
 * third in a month is a task of the supervisors of FIB, who may ask the partner to stop looking; from then on only danger is
 * taken this way (docs/decisions/0085). @throws NotFound, Conflict, Invalid
 */
export async function seeAgain(ctx: Ctx, input: SightingInput): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    if (submission.state.submittedBy !== ctx.actor.accountId || !may(ctx.actor, 'reports.write'))
      throw new NotFound();
    if (await tx.supplement.findUnique({ where: { id: input.supplementId }, select: { id: true } })) return;
    if (submission.state.status === 'withdrawn')
      throw new Conflict('You withdrew this report. Start a new one');
    const read = readSighting(input, todayOf(ctx), 'what');
    if (!read.ok) throw new Invalid(read.errors);
    const { sighting } = read;
    if (!saysDanger(sighting.danger)) await refuseMore(tx, input.submissionId);
    const text = sightingInWords(sighting);
    if (!input.warned && (await namesSource(tx, ctx, submission.id, text)))
      throw new Invalid({ what: mayNameSource });
    const seenOn = dayOf(sighting.seenOn);
    await keepSupplement(tx, ctx, submission, {
      id: input.supplementId,
      text,
      knownHow: 'witnessed',
      danger: sighting.danger,
      seenOn,
    });
    await tx.submission.update({
      where: { id: submission.id },
      data: { seenAgainAt: ctx.clock.now() },
    });
    await tellOfMany(tx, ctx, submission.id);
  });
}

/** No limit refuses a person in danger. */
async function refuseMore(tx: Tx, submissionId: Id<'Submission'>): Promise<void> {
  const { stopLookingAskedAt } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { stopLookingAskedAt: true },
  });
  if (stopLookingAskedAt !== null)
    throw new Conflict(
      'The police have asked you to stop looking. Tell them here only if someone is in danger',
    );
  if ((await tx.supplement.count({ where: { submissionId, part: null } })) >= mostSupplements)
    throw new Conflict('You have added to this report too many times. Start a new report');
}

const month = 30 * 24 * 60 * 60_000;

/** Exactly the third: supervisors know from then on, until a month has gone by with fewer. */
async function tellOfMany(tx: Tx, ctx: Ctx, submissionId: Id<'Submission'>): Promise<void> {
  const now = ctx.clock.now();
  const inMonth = await tx.supplement.count({
    where: { submissionId, seenOn: { not: null }, addedAt: { gt: new Date(now.getTime() - month) } },
  });
  const taskId =
    inMonth === sightingsOfConcern
      ? await giveToSupervisors(tx, ctx, submissionId, {
          text: 'The partner has seen this again three times in a month. Decide whether to ask them to stop looking.',
          dueOn: dayOf(await soon(tx, ctx, submissionId, now)),
        })
      : null;
  await record(tx, ctx, {
    type: 'submission.seen_again',
    data: { inMonth, taskId },
    subject: { type: 'submission', id: submissionId },
  });
}

/** By when an officer would open a report that came now. */
async function soon(tx: Tx, ctx: Ctx, submissionId: Id<'Submission'>, now: Date): Promise<string> {
  const report = await tx.submission.findUniqueOrThrow({ where: { id: submissionId }, select: promiseParts });
  return raisedBy(report, await currentForce(tx, ctx), now);
}
