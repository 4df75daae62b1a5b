import type { Ctx } from '#app/domain/context.ts';
import { act } from '#app/domain/triage/act.server.ts';
import { approveItem } from '#app/domain/triage/approve-item.server.ts';
import { createItem } from '#app/domain/triage/create-item.server.ts';
import { disseminateItem, type DisseminateInput } from '#app/domain/triage/disseminate-item.server.ts';
import { gradeItem, type PostedGrade } from '#app/domain/triage/grade-item.server.ts';
import { sanitiseItem } from '#app/domain/triage/sanitise-item.server.ts';
import type { fixedClock } from '#app/platform/clock.ts';
import type { Who } from './officers.ts';
import { submittedWithSource } from './sealed-submission.ts';

/** Who the source of these reports is: in the sealed record only. */
export const itemSource = { name: 'Ana Pellworth', contact: 'Ring 01632 960 999 after six' };

export const permitted: PostedGrade = {
  source: '2',
  assessment: 'A',
  handling: 'P',
  provenance: 'The source was there and saw it.',
  mopiGroup: '2',
};
export const conditional: PostedGrade = {
  ...permitted,
  handling: 'C',
  actionCode: 'A3',
  sanitisationCode: 'S2',
  usage: 'Not before Tuesday.',
};
export const clean = 'A white van brings six men to the address on Tuesdays.';

export const claim = (ctx: Ctx, submissionId: string) =>
  act(ctx, { submissionId, action: 'claim', comment: '', seenVersion: null });
export const accept = (ctx: Ctx, submissionId: string) =>
  act(ctx, { submissionId, action: 'accept', comment: '', seenVersion: null });
export const approve = (ctx: Ctx, itemId: string, version = 1) =>
  approveItem(ctx, { itemId, version, confirmed: true, seenVersion: null });
export const sanitiseAs = (ctx: Ctx, itemId: string, text: string, checked: string | null = null) =>
  sanitiseItem(ctx, { itemId, text, checked, seenVersion: null });
export const sendAs = (ctx: Ctx, itemId: string, more: Partial<DisseminateInput> = {}) =>
  disseminateItem(ctx, {
    itemId,
    addressed: { to: 'queue', queueCode: 'spoc-be' },
    conditions: '',
    checked: null,
    seenVersion: null,
    ...more,
  });

type Made = { submissionId: string; itemId: string };

/** A submission with a sealed source that FIB has claimed, with one item. */
export async function itemInHand(
  people: Record<Who, Ctx>,
  clock: ReturnType<typeof fixedClock>,
  changes = {},
): Promise<Made> {
  clock.advance(60_000);
  const submissionId = await submittedWithSource(people.reporter, itemSource, changes);
  await claim(people.fib, submissionId);
  const { itemId } = await createItem(people.fib, { submissionId, title: 'Van', seenVersion: null });
  return { submissionId, itemId };
}

/** The same, graded, sanitised and accepted. */
export async function acceptedItem(
  people: Record<Who, Ctx>,
  clock: ReturnType<typeof fixedClock>,
  posted: PostedGrade,
  changes = {},
): Promise<Made> {
  const made = await itemInHand(people, clock, changes);
  await gradeItem(people.fib, { itemId: made.itemId, posted, seenVersion: null });
  await sanitiseAs(people.fib, made.itemId, clean);
  await accept(people.fib, made.submissionId);
  return made;
}
