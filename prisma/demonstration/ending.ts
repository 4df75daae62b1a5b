import { randomUUID } from 'node:crypto';
import { addRecord } from '#app/domain/connections/records/add-record.server.ts';
import { blankRecord, type WrittenRecord } from '#app/domain/connections/records/record-input.ts';
import { localTimeOf } from '#app/domain/kernel/local-time.ts';
import { forceDay } from '#app/domain/kernel/postcode-rules.ts';
import { dateBoxes } from '#app/domain/kernel/written-date.ts';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { askingFor, type Ending } from '#app/domain/kernel/endings.ts';
import { Invalid } from '#app/domain/kernel/failures.ts';
import type { Outcome } from '#app/domain/kernel/outcomes.ts';
import { openMatches } from '#app/domain/connections/matching/open-matches.server.ts';
import { relateSubmissions } from '#app/domain/connections/matching/relate-submissions.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { performAction, type PostedAction } from '#app/domain/triage/actions/perform-action.server.ts';

const expectedVersion = null;

/** Ends a report: by one person, and where it is High by two. */
export async function end(
  ctx: Ctx,
  second: Ctx,
  ending: Ending,
  written: Omit<PostedAction, 'action' | 'expectedVersion'>,
): Promise<void> {
  const { submissionId } = written;
  const input = { ...written, noContactPlan: 'The partner stays in touch with them and speaks for them.' };
  const { priority } = await ctx.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
  if (priority !== 'high') return performAction(ctx, { ...input, action: ending, expectedVersion });
  const act = {
    aboutDanger: 'A patrol went there at once and spoke to them.',
    dangerBy: 'The response team of the area',
    dangerAt: localTimeOf(ctx.clock.now()),
  };
  await performAction(ctx, { ...input, ...act, action: askingFor[ending], expectedVersion });
  const comment = 'Nobody is in danger any more.';
  await performAction(second, { action: 'grant_ending', submissionId, comment, expectedVersion });
}

/** A duplicate needs its original; where no report shares anything, the officer finds it of no further use. */
export async function closeReport(
  ctx: Ctx,
  second: Ctx,
  input: { submissionId: Id<'Submission'>; outcome: Outcome; comment: string },
): Promise<void> {
  const { submissionId, outcome } = input;
  await sayWhichArea(ctx, submissionId);
  const without = outcome === 'duplicate' && !(await linkToOriginal(ctx, submissionId));
  await recordEvidence(ctx, submissionId, outcome);
  await end(ctx, second, 'answer_and_close', {
    ...input,
    outcome: without ? 'no_further_use' : outcome,
    unsanitised: 'Nothing of it can be told without telling who said it.',
    handedOn: 'The bureau goes on with it: it looks at what is left every Monday.',
  });
}

/** Where FIB moved a report to the SPOC of an area that routing did not find, the SPOC sets it before it ends. */
async function sayWhichArea(ctx: Ctx, submissionId: Id<'Submission'>): Promise<void> {
  const { areaId, primaryQueue } = await ctx.db.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { areaId: true, primaryQueue: { select: { area: { select: { code: true } } } } },
  });
  if (areaId !== null || !primaryQueue.area) return;
  const comment = 'The address lies there.';
  const area = primaryQueue.area.code;
  await performAction(ctx, { action: 'set_area', submissionId, area, comment, expectedVersion });
}

/** What an outcome rests on is recorded before the partner is told it. */
async function recordEvidence(ctx: Ctx, submissionId: Id<'Submission'>, outcome: Outcome): Promise<void> {
  const today = dateBoxes(forceDay(ctx.clock.now()));
  const add = (kind: string, written: Partial<WrittenRecord>) =>
    addRecord(ctx, { submissionId, linkId: randomUUID(), kind, ...blankRecord, ...written });
  if (outcome === 'crime_recorded') {
    const known = await ctx.db.recordLink.count({ where: { kind: 'crime' } });
    await add('crime', { reference: `20EX/${10_000 + known}X/${today.year.slice(2)}` });
  }
  if (outcome === 'safeguarding_action')
    await add('safeguarding', { agency: 'Children’s services of the example council', datedOn: today });
  if (outcome === 'passed_on')
    await add('passed_on', {
      agency: 'Example Constabulary, intelligence desk',
      datedOn: today,
      status: 'secure_mail',
    });
}

async function linkToOriginal(ctx: Ctx, submissionId: Id<'Submission'>): Promise<boolean> {
  const { matches } = await openMatches(ctx, { submissionId, after: null });
  const match = matches.find(({ readable }) => readable);
  if (!match) return false;
  const { reference } = match;
  const link = { submissionId, reference, kind: 'duplicate_of', reason: 'It tells of the same.' };
  return relateSubmissions(ctx, link).then(
    () => true,
    (failure: unknown) => {
      if (failure instanceof Invalid) return false;
      throw failure;
    },
  );
}
