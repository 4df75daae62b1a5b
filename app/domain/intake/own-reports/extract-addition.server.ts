import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { sealedMatcher } from '../sources/sealed-words.server.ts';
import { namesSealedSource } from '../sources/telling-words.ts';
import { readAddition, type Mention } from './read-addition.ts';

/**
 * Keeps the registration marks, telephone numbers and postcodes of what a partner added or answered beside those of the report, to be
 * matched as they are; what is there already once. How to reach a sealed source stays out, though the text names it. A
 * postcode is put in no area: where the report lies was decided when it came. The submission must be locked.
 */
export async function extractAddition(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  text: string,
): Promise<void> {
  const { vehicles, phones, postcodes } = readAddition(text);
  const matcher = phones.length + postcodes.length > 0 ? await sealedMatcher(tx, ctx, submissionId) : null;
  const open = ({ written }: Mention) => !matcher || !namesSealedSource(matcher, written);
  await addVehicles(tx, ctx, submissionId, vehicles);
  await addPhones(tx, ctx, submissionId, phones.filter(open));
  await addPlaces(tx, ctx, submissionId, postcodes.filter(open));
  if (matcher)
    await record(tx, ctx, {
      type: 'source.words_checked',
      data: { found: [...phones, ...postcodes].filter((each) => !open(each)).length },
      subject: { type: 'submission', id: submissionId },
    });
}

/** What is not known yet, with the positions after what is. */
function following<Row>(
  mentions: readonly Mention[],
  known: readonly { position: number; value: string | null }[],
  row: (mention: Mention, position: number) => Row,
): Row[] {
  const last = Math.max(0, ...known.map(({ position }) => position));
  return mentions
    .filter(({ normalised }) => known.every(({ value }) => value !== normalised))
    .map((mention, index) => row(mention, last + index + 1));
}

async function addVehicles(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  marks: Mention[],
): Promise<void> {
  if (marks.length === 0) return;
  const known = await tx.submissionVehicle.findMany({ where: { submissionId } });
  await tx.submissionVehicle.createMany({
    data: following(
      marks,
      known.map(({ position, registrationNormalised: value }) => ({ position, value })),
      ({ written, normalised }, position) => ({
        id: randomUUID(),
        submissionId,
        position,
        registration: written,
        registrationNormalised: normalised,
        addedAt: ctx.clock.now(),
      }),
    ),
  });
}

async function addPhones(tx: Tx, ctx: Ctx, submissionId: Id<'Submission'>, phones: Mention[]): Promise<void> {
  if (phones.length === 0) return;
  const known = await tx.submissionContact.findMany({ where: { submissionId } });
  await tx.submissionContact.createMany({
    data: following(
      phones,
      known.map(({ position, kind, valueNormalised }) => ({
        position,
        value: kind === 'phone' ? valueNormalised : null,
      })),
      ({ written, normalised }, position) => ({
        id: randomUUID(),
        submissionId,
        position,
        kind: 'phone',
        value: written,
        valueNormalised: normalised,
        addedAt: ctx.clock.now(),
      }),
    ),
  });
}

async function addPlaces(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  postcodes: Mention[],
): Promise<void> {
  if (postcodes.length === 0) return;
  const known = await tx.submissionPlace.findMany({ where: { submissionId } });
  await tx.submissionPlace.createMany({
    data: following(
      postcodes,
      known.map(({ position, postcodeNormalised: value }) => ({ position, value })),
      ({ written, normalised }, position) => ({
        id: randomUUID(),
        submissionId,
        position,
        postcode: written,
        postcodeNormalised: normalised,
        resolution: 'none',
        addedAt: ctx.clock.now(),
      }),
    ),
  });
}
