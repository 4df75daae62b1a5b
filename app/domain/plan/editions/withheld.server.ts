import { createHash } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { PlanExemption } from '#app/platform/db/generated/enums.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import { newId, type Id } from '../../kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';
import { planAsked, planFields } from '../current-plan.server.ts';
import { lockPlan, versionOf } from '../lock-draft.server.ts';
import { readWhole, type PlanView } from '../read-whole.server.ts';
import { publicTexts, type PublicText } from './edition-lines.ts';
import { isExemption } from './exemptions.ts';
import { fewestLetters, lettersIn, piecesOf, standsIn, type Piece, type Withheld } from './withhold.ts';

/** Withheld words of a plan. `settled`: each text in which somebody saw them stand is still there. */
export type WithheldWords = Withheld & {
  id: Id<'PlanWithheld'>;
  /** The items in which they stand; empty for what belongs to the whole plan. */
  items: string[];
  settled: boolean;
};

const fingerprint = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22);

const whereItStands = (texts: readonly PublicText[], withheld: Withheld): string[] => [
  ...new Set(texts.filter(({ text }) => standsIn(text, withheld)).map(({ text }) => fingerprint(text))),
];

/** What is withheld of a plan now, in the order in which it was. */
export async function withheldOf(tx: Tx, view: PlanView): Promise<WithheldWords[]> {
  const texts = publicTexts(view);
  const there = new Set(texts.map(({ text }) => fingerprint(text)));
  const rows = await tx.planWithheld.findMany({
    where: { planId: view.plan.id, liftedAt: null },
    orderBy: [{ setAt: 'asc' }, { id: 'asc' }],
    select: { id: true, words: true, exemption: true, stoodIn: true },
  });
  return rows.map(({ stoodIn, ...row }) => ({
    ...row,
    items: [...new Set(texts.filter(({ text }) => standsIn(text, row)).map(({ item }) => item))],
    settled: stoodIn.every((text) => there.has(text)),
  }));
}

/**
 * Of a plan, or of one item of it: its texts cut at what is withheld of them, and the words that are. `version` is of all
 * texts of the plan, as somebody who looks again looks at them.
 */
export type WithholdPage = {
  planTitle: string;
  version: string;
  item: string;
  texts: Piece[][];
  withheld: WithheldWords[];
};

/** @throws NotFound */
export async function openWithheld(
  ctx: Ctx,
  input: { planId: Id<'Plan'>; item: string },
): Promise<WithholdPage> {
  if (!may(ctx.actor, 'plan.write')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const { view } = await readWhole(tx, await planAsked(tx, ctx, input.planId));
    const withheld = await withheldOf(tx, view);
    const own = textsOf(view, input.item);
    return {
      planTitle: view.title,
      version: versionOf(publicTexts(view)),
      item: input.item,
      texts: own.map((text) => piecesOf(text, withheld)),
      withheld: input.item === '' ? withheld : withheld.filter(({ items }) => items.includes(input.item)),
    };
  });
}

/** @throws NotFound where the plan has no such item */
function textsOf(view: PlanView, item: string): string[] {
  const own = publicTexts(view).filter((text) => text.item === item);
  if (own.length === 0) throw new NotFound();
  return own.map(({ text }) => text);
}

export type WithholdInput = { planId: Id<'Plan'>; item: string; words: string; exemption: string };

/** Withholds words wherever they stand in a plan; they are quoted from one of its items. @throws NotFound, Invalid */
export async function withholdWords(ctx: Ctx, input: WithholdInput): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const plan = await lockPlan(tx, ctx, input.planId);
    const { view } = await readWhole(tx, plan);
    const words = input.words.trim().replaceAll(/\s+/g, ' ').normalize('NFC');
    const exemption = isExemption(input.exemption) ? input.exemption : null;
    const same = await tx.planWithheld.count({ where: { planId: plan.id, liftedAt: null, words } });
    const fault =
      faultOf(words, textsOf(view, input.item)) ?? (same > 0 ? 'They are withheld already' : null);
    const errors = {
      ...(fault === null ? {} : { words: fault }),
      ...(exemption === null ? { exemption: 'Select why they are withheld' } : {}),
    };
    if (fault !== null || exemption === null) throw new Invalid(errors);
    const stoodIn = whereItStands(publicTexts(view), { words, exemption });
    const id = newId<'PlanWithheld'>();
    await tx.planWithheld.create({
      data: {
        id,
        planId: plan.id,
        words,
        exemption,
        stoodIn,
        setBy: ctx.actor.accountId,
        setAt: ctx.clock.now(),
      },
    });
    await recordWithheld(tx, ctx, plan.id, exemption, stoodIn.length);
  });
}

function faultOf(words: string, texts: readonly string[]): string | null {
  if (words === '') return 'Enter the words to withhold';
  if (words.length > textLimits.evidence)
    return `Words to withhold must be ${charactersOrLess(textLimits.evidence)}`;
  if (lettersIn(words) < fewestLetters)
    return `Enter at least ${fewestLetters} letters or digits. Quote a short number with the words beside it`;
  if (!texts.some((text) => standsIn(text, { words, exemption: 'law_enforcement' })))
    return 'These words are not in the texts above. Copy them from one of them';
  return null;
}

type OneOfPlan = { planId: Id<'Plan'>; withheldId: Id<'PlanWithheld'> };

/**
 * Says of words whose texts have changed that nothing else is to be withheld for them. `expectedVersion`: of the texts that
 * were looked at. @throws NotFound, Conflict where they have changed since
 */
export async function lookedAgain(ctx: Ctx, input: OneOfPlan & { expectedVersion: string }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const { plan, withheld } = await lockWithheld(tx, ctx, input);
    const texts = publicTexts((await readWhole(tx, plan)).view);
    if (versionOf(texts) !== input.expectedVersion)
      throw new Conflict(
        'A text of the plan has changed since you opened the page. Look at the words as they stand now',
      );
    const stoodIn = whereItStands(texts, withheld);
    await tx.planWithheld.update({ where: { id: withheld.id }, data: { stoodIn } });
    await recordWithheld(tx, ctx, plan.id, withheld.exemption, stoodIn.length);
  });
}

/** Withholds words no more. Editions that were published stay as they are. @throws NotFound */
export async function liftWords(ctx: Ctx, input: OneOfPlan): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const { plan, withheld } = await lockWithheld(tx, ctx, input);
    await tx.planWithheld.update({
      where: { id: withheld.id },
      data: { liftedBy: ctx.actor.accountId, liftedAt: ctx.clock.now() },
    });
    await record(tx, ctx, {
      type: 'plan.words_lifted',
      data: { exemption: withheld.exemption },
      subject: { type: 'plan', id: plan.id },
    });
  });
}

async function lockWithheld(tx: Tx, ctx: Ctx, { planId, withheldId }: OneOfPlan) {
  const plan = await lockPlan(tx, ctx, planId);
  const withheld = await tx.planWithheld.findFirst({
    where: { id: withheldId, planId, liftedAt: null },
    select: { id: true, words: true, exemption: true },
  });
  if (!withheld) throw new NotFound();
  return { plan, withheld };
}

/** The trail says on what something was withheld and in how many texts, never what. */
const recordWithheld = (tx: Tx, ctx: Ctx, planId: Id<'Plan'>, exemption: PlanExemption, texts: number) =>
  record(tx, ctx, {
    type: 'plan.words_withheld',
    data: { exemption, texts },
    subject: { type: 'plan', id: planId },
  });

/**
 * What is withheld of a plan is withheld of the next one too. Where a text in which it stood is another there, or gone,
 * somebody looks again before an edition is published.
 */
export async function carryWithheld(tx: Tx, { from, to }: { from: Id<'Plan'>; to: string }): Promise<void> {
  const rows = await tx.planWithheld.findMany({ where: { planId: from, liftedAt: null } });
  if (rows.length === 0) return;
  const before = await tx.plan.findUniqueOrThrow({ where: { id: from }, select: planFields });
  const { view } = await readWhole(tx, before);
  // Evidence stays with the plan of its day.
  const texts = publicTexts(view).filter(({ item, ofEvidence }) => item !== '' && !ofEvidence);
  await tx.planWithheld.createMany({
    data: rows.map((row) => ({
      ...row,
      id: newId<'PlanWithheld'>(),
      planId: to,
      stoodIn: whereItStands(texts, row),
    })),
  });
}
