import type { Db } from '#app/platform/db/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { mentionsIn, notTheirsOf } from '../../intake/submitting/mentions.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { newId } from '../../kernel/id.ts';
import { isOutcome, type Outcome } from '../../kernel/outcomes.ts';
import { may } from '../../kernel/permissions.ts';
import { askingForMore } from './asking-for-more.ts';
import type { ReusableText } from './reusable-text.ts';

/** As many as are kept at once: among more nobody finds one. */
const most = 60;

/** A version with who wrote it; `takenAway` where it is the last one and nobody uses the text any more. */
export type TextVersion = ReusableText & { takenAway: boolean; by: string; at: Date };

/** What a supervisor writes. `of` is an outcome, or "question". */
export type WrittenText = { of: string; name: string; text: string };

/** What is changed is offered everywhere after so many milliseconds, and at once where it was written. */
const heldFor = 60_000;

const heldOf = new WeakMap<Db, { texts: ReusableText[]; until: number }>();

/** Every text that is kept, answers by outcome or questions: from memory where they were read within the last minute. */
export async function textsToReuse(
  tx: Db | Tx,
  { db, realTime }: Pick<Ctx, 'db' | 'realTime'>,
  of: 'answers' | 'questions',
): Promise<ReusableText[]> {
  const now = realTime.now().getTime();
  let held = heldOf.get(db);
  if (!held || held.until <= now) {
    const kept = (await newest(tx)).filter(({ takenAway }) => !takenAway);
    const texts = kept.map(({ textId, number, outcome, name, text }) => ({
      textId,
      number,
      outcome,
      name,
      text,
    }));
    held = { texts, until: now + heldFor };
    heldOf.set(db, held);
  }
  return held.texts.filter(({ outcome }) => (outcome === null) === (of === 'questions'));
}

/** The same for whoever puts one in, read anew: what another instance has taken away meanwhile is nobody's to use. */
export function textsToUse(ctx: Ctx, of: 'answers' | 'questions'): Promise<ReusableText[]> {
  heldOf.delete(ctx.db);
  return textsToReuse(ctx.db, ctx, of);
}

/** All of them, for those who look after them. @throws NotFound */
export async function openTexts(ctx: Ctx): Promise<TextVersion[]> {
  if (!may(ctx.actor, 'texts.write')) throw new NotFound();
  return newest(ctx.db);
}

/** One text with its versions, the newest first. @throws NotFound */
export async function openText(ctx: Ctx, input: { textId: string }): Promise<TextVersion[]> {
  if (!may(ctx.actor, 'texts.write')) throw new NotFound();
  const versions = await versionsOf(ctx.db, input.textId);
  if (versions.length === 0) throw new NotFound();
  return versions;
}

/** Keeps a new text, and gives its id. @throws Forbidden, Invalid */
export async function addText(ctx: Ctx, written: WrittenText): Promise<string> {
  return transaction(ctx.db, async (tx) => {
    await lockTexts(tx, ctx);
    const kept = (await newest(tx)).filter(({ takenAway }) => !takenAway);
    if (kept.length >= most)
      throw new Invalid({ name: `There are ${most} texts already. Take one away first` });
    const textId = newId<'ReusableText'>();
    await writeVersion(tx, ctx, {
      ...(await read(tx, ctx, written, kept)),
      textId,
      number: 1,
      takenAway: false,
    });
    return textId;
  });
}

/** Writes a text anew; the version before stays on record. @throws Forbidden, NotFound, Conflict, Invalid */
export async function changeText(
  ctx: Ctx,
  input: WrittenText & { textId: string; expectedVersion: number },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await lockTexts(tx, ctx);
    const now = await standing(tx, input);
    const others = (await newest(tx)).filter((each) => !each.takenAway && each.textId !== input.textId);
    const { textId, number } = now;
    await writeVersion(tx, ctx, {
      ...(await read(tx, ctx, input, others)),
      ...{ textId, number: number + 1, takenAway: false },
    });
  });
}

/** Nobody is offered it any more; what it was stays on record. @throws Forbidden, NotFound, Conflict */
export async function takeTextAway(
  ctx: Ctx,
  input: { textId: string; expectedVersion: number },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await lockTexts(tx, ctx);
    const { textId, number, outcome, name, text } = await standing(tx, input);
    await writeVersion(tx, ctx, { textId, number: number + 1, outcome, name, text, takenAway: true });
  });
}

/** Whoever writes waits for the other, so that no name stands twice. */
async function lockTexts(tx: Tx, ctx: Ctx): Promise<void> {
  if (!may(ctx.actor, 'texts.write')) throw new Forbidden();
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('reusable_text'))`;
}

async function standing(tx: Tx, input: { textId: string; expectedVersion: number }): Promise<TextVersion> {
  const [now] = await versionsOf(tx, input.textId);
  if (!now) throw new NotFound();
  if (now.takenAway) throw new Conflict('This text has been taken away already');
  if (now.number !== input.expectedVersion)
    throw new Conflict('Somebody has changed this text since you opened it. Look at it again');
  return now;
}

const limits = { name: 80, text: 2000 };

/**
 * It is used for reports of anybody: nothing in it may be of one, and nothing may ask a partner to find out more. Names of
 * people are words like others, so the page asks for none. @throws Invalid
 */
async function read(
  tx: Tx,
  ctx: Ctx,
  written: WrittenText,
  others: readonly ReusableText[],
): Promise<Pick<ReusableText, 'outcome' | 'name' | 'text'>> {
  const outcome = written.of === 'question' ? null : written.of;
  const name = written.name.trim().replace(/\s+/g, ' ');
  const text = written.text.trim();
  const faults = {
    of: outcome !== null && !isOutcome(outcome) ? 'Select what the text is for' : null,
    name: faultOfName(name, others),
    text: await faultOfText(tx, ctx, text),
  };
  const found = Object.entries(faults).filter((fault): fault is [string, string] => fault[1] !== null);
  if (found.length > 0) throw new Invalid(Object.fromEntries(found));
  return { outcome: outcome as Outcome | null, name, text };
}

function faultOfName(name: string, others: readonly ReusableText[]): string | null {
  if (name === '') return 'Enter a name by which officers find it';
  if (name.length > limits.name) return `Name must be ${limits.name} characters or less`;
  return others.some((other) => other.name.toLowerCase() === name.toLowerCase())
    ? 'There is a text of this name already'
    : null;
}

async function faultOfText(tx: Tx, ctx: Ctx, text: string): Promise<string | null> {
  if (text === '') return 'Enter the text';
  if (text.length > limits.text)
    return `Text must be ${limits.text.toLocaleString('en-GB')} characters or less`;
  const { vehicles, phones, postcodes, emails } = mentionsIn(text, notTheirsOf(await currentForce(tx, ctx)));
  const [named] = [...vehicles, ...phones, ...postcodes, ...emails];
  if (named) return `Take out “${named.written}”: a text for any report names nothing of one`;
  const [more] = askingForMore(text);
  return more ? `Take out “${more.passage}”. ${more.why}` : null;
}

async function writeVersion(tx: Tx, ctx: Ctx, version: ReusableText & { takenAway: boolean }): Promise<void> {
  await tx.reusableText.create({
    data: {
      ...version,
      id: newId<'ReusableText'>(),
      writtenBy: ctx.actor.accountId,
      writtenAt: ctx.clock.now(),
    },
  });
  heldOf.delete(ctx.db);
  const { textId, number, outcome, takenAway } = version;
  await record(tx, ctx, {
    type: takenAway ? 'reusable_text.taken_away' : 'reusable_text.written',
    data: { for: outcome ?? 'question', version: number },
    subject: { type: 'reusable_text', id: textId },
  });
}

const versionParts = {
  textId: true,
  number: true,
  outcome: true,
  name: true,
  text: true,
  takenAway: true,
  writtenAt: true,
  writtenByAccount: { select: { displayName: true } },
} as const;

type Row = Omit<TextVersion, 'by' | 'at'> & { writtenAt: Date; writtenByAccount: { displayName: string } };

const versionOf = ({ writtenAt, writtenByAccount, ...version }: Row): TextVersion => ({
  ...version,
  by: writtenByAccount.displayName,
  at: writtenAt,
});

async function versionsOf(db: Db | Tx, textId: string): Promise<TextVersion[]> {
  const rows = await db.reusableText.findMany({
    where: { textId },
    orderBy: { number: 'desc' },
    select: versionParts,
  });
  return rows.map(versionOf);
}

/** The newest version of each, by name: a few dozen with their few versions. */
async function newest(db: Db | Tx): Promise<TextVersion[]> {
  const rows = await db.reusableText.findMany({
    orderBy: [{ textId: 'asc' }, { number: 'desc' }],
    distinct: ['textId'],
    select: versionParts,
  });
  return rows.map(versionOf).sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}
