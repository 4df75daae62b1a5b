import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { sealedMatcher } from '../sources/sealed-words.server.ts';
import { namesSealedSource } from '../sources/telling-words.ts';
import { readAddition, type Mention } from './read-addition.ts';

/**
 * Keeps the registration marks and telephone numbers of what a partner added or answered beside those of the report, to be
 * matched as they are; what is there already once. How to reach a sealed source stays out, though the text names it. The
 * submission must be locked.
 */
export async function extractAddition(tx: Tx, ctx: Ctx, submissionId: string, text: string): Promise<void> {
  const { vehicles, phones } = readAddition(text);
  if (vehicles.length + phones.length === 0) return;
  const addedAt = ctx.clock.now();
  const where = { submissionId };
  const known = await tx.submissionVehicle.findMany({ where, orderBy: { position: 'asc' } });
  const newMarks = vehicles.filter(({ normalised }) =>
    known.every(({ registrationNormalised }) => registrationNormalised !== normalised),
  );
  await tx.submissionVehicle.createMany({
    data: newMarks.map(({ written, normalised }, index) => ({
      id: randomUUID(),
      submissionId,
      position: (known.at(-1)?.position ?? 0) + index + 1,
      registration: written,
      registrationNormalised: normalised,
      addedAt,
    })),
  });
  const contacts = await tx.submissionContact.findMany({ where, orderBy: { position: 'asc' } });
  const newPhones = phones.filter(({ normalised }) =>
    contacts.every((each) => each.kind !== 'phone' || each.valueNormalised !== normalised),
  );
  await tx.submissionContact.createMany({
    data: (await notSealed(tx, ctx, submissionId, newPhones)).map(({ written, normalised }, index) => ({
      id: randomUUID(),
      submissionId,
      position: (contacts.at(-1)?.position ?? 0) + index + 1,
      kind: 'phone',
      value: written,
      valueNormalised: normalised,
      addedAt,
    })),
  });
}

/** Without what the sealed record of the source holds. */
async function notSealed(
  tx: Tx,
  ctx: Ctx,
  submissionId: string,
  phones: readonly Mention[],
): Promise<readonly Mention[]> {
  const matcher = phones.length > 0 ? await sealedMatcher(tx, ctx, submissionId) : null;
  if (!matcher) return phones;
  const open = phones.filter(({ written }) => !namesSealedSource(matcher, written));
  await record(tx, ctx, {
    type: 'source.words_checked',
    data: { found: phones.length - open.length },
    subject: { type: 'submission', id: submissionId },
  });
  return open;
}
