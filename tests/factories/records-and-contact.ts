import { randomUUID } from 'node:crypto';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { writeContactPlan } from '#app/domain/connections/contact-plan/write-contact-plan.server.ts';
import { addRecord } from '#app/domain/connections/records/add-record.server.ts';
import { blankRecord } from '#app/domain/connections/records/record-input.ts';
import type { Id } from '#app/domain/kernel/id.ts';

/** A crime number that the officer of `ctx` records on a submission. Gives the id of the link. */
export async function recordedCrime(ctx: Ctx, submissionId: Id<'Submission'>): Promise<string> {
  const linkId = randomUUID();
  const record = { ...blankRecord, reference: '20BE/12345X/16' };
  await addRecord(ctx, { submissionId, kind: 'crime', linkId, ...record });
  return linkId;
}

/** A first contact plan, with no contact to come, so that it waits for nobody. */
export async function plannedContact(ctx: Ctx, submissionId: Id<'Submission'>): Promise<void> {
  await writeContactPlan(ctx, {
    submissionId,
    expectedVersion: 0,
    who: 'One officer in plain clothes.',
    how: 'At the example centre.',
    interpreter: 'not_needed',
    language: null,
    safeTimes: 'Weekdays before noon.',
    never: 'No uniform and no voicemail.',
    nextOn: null,
    endedReason: 'They will ring themselves.',
  });
}
