import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../kernel/failures.ts';
import { newId, type Id } from '../kernel/id.ts';
import { shortText } from '../kernel/short-text.ts';
import type { PlanOfForce } from './current-plan.server.ts';
import { isMeasured } from './item-measure.ts';
import { lockDraft, versionOf } from './lock-draft.server.ts';
import { isWithheld } from './plan-pack-items.ts';
import {
  blankItem,
  codeOf,
  isWrittenKind,
  itemFaults,
  kindUnder,
  linesOf,
  strategyOf,
  type WrittenItem,
  type WrittenKind,
} from './written-item.ts';
import { headOf, readItems } from './read-whole.server.ts';

/** An item that is there, or a new one of a kind under another. */
export type ItemToWrite = { planItemId: Id<'PlanItem'> } | { kind: string; under: Id<'PlanItem'> | null };

export type ItemForm = {
  planTitle: string;
  kind: WrittenKind;
  /** What it is called now; null for a new one. */
  code: string | null;
  /** What it stands under. */
  parent: string | null;
  values: WrittenItem;
  /** Changes exactly when what it says does, so that of two who write one item the later is told; null for a new one. */
  version: string | null;
  /** The neighbours that it can stand behind. */
  places: { id: string; code: string }[];
};

/** The fields of an item of a draft. @throws NotFound, Conflict */
export async function openItem(
  ctx: Ctx,
  input: { planId: Id<'Plan'>; item: ItemToWrite },
): Promise<ItemForm> {
  return transaction(ctx.db, async (tx) => {
    const plan = await lockDraft(tx, ctx, input.planId);
    const { item, kind, parent, neighbours } = await found(tx, plan, input.item);
    const values = { ...(item ? writtenOf(item) : blankItem), after: behind(neighbours, item) };
    return {
      planTitle: plan.title,
      kind,
      code: item?.code ?? null,
      parent: parent?.code ?? null,
      values,
      version: item ? versionOf(values) : null,
      places: neighbours.filter(({ id }) => id !== item?.id).map(({ id, code }) => ({ id, code })),
    };
  });
}

/**
 * Writes an item of a draft, new or changed, in its place. `expectedVersion` is what it said when the writer opened it.
 * @throws NotFound, Invalid, Conflict where somebody else has written it since, or the plan is published
 */
export async function writeItem(
  ctx: Ctx,
  input: { planId: Id<'Plan'>; item: ItemToWrite; written: WrittenItem; expectedVersion?: string },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const plan = await lockDraft(tx, ctx, input.planId);
    const { all, item, kind, parent, neighbours } = await found(tx, plan, input.item);
    const { written } = input;
    const strategies = Object.keys(headOf(plan).linkKeys).filter((key) => !key.includes(' '));
    const code = codeOf(kind, written.number, parent?.number ?? '');
    const codes = new Map(
      all.flatMap((other) => (other.id === item?.id ? [] : [[other.code, other.id] as const])),
    );
    const had = item?.links.map(({ label }) => label) ?? [];
    const faults = itemFaults(kind, code, written, { codes, strategies, had });
    const renamed = item
      ? all
          .filter(({ parentId }) => parentId === item.id)
          .map((child) => ({ ...child, to: codeUnder(child, written.number) }))
      : [];
    const taken = renamed.find(({ id, to }) => codes.has(to) && codes.get(to) !== id);
    if (taken && !faults.number) faults.number = `${taken.to} is in this plan already`;
    if (Object.keys(faults).length > 0) throw new Invalid(faults);
    const now = item && { ...writtenOf(item), after: behind(neighbours, item) };
    if (now && input.expectedVersion !== versionOf(now)) throw new Conflict(changedMeanwhile(item));

    const row = {
      code,
      number: written.number,
      text: kind === 'theme' ? written.number : written.text,
      redacted: isWithheld(written.text),
      attributes: attributesOf(kind, item?.attributes, written),
    };
    const id = item?.id ?? newId<'PlanItem'>();
    if (item) await tx.planItem.update({ where: { id }, data: row });
    else
      await tx.planItem.create({
        data: { id, planId: plan.id, parentId: parent?.id ?? null, kind, position: 0, ...row },
      });
    for (const child of renamed)
      if (child.to !== child.code)
        await tx.planItem.update({ where: { id: child.id }, data: { code: child.to } });
    if (kind === 'action') await writeParts(tx, id, written, { codes, strategies });
    await putBehind(tx, neighbours, id, written.after);
    await relabel(tx, plan.id);
    await record(tx, ctx, {
      type: 'plan.item_written',
      data: { item: code, change: item ? 'changed' : 'added' },
      subject: { type: 'plan_item', id },
    });
  });
}

type Item = Awaited<ReturnType<typeof readItems>>[number];

/** @throws NotFound where the draft has no such item, or nothing of the kind can stand there */
async function found(tx: Tx, plan: PlanOfForce, asked: ItemToWrite) {
  const all = await readItems(tx, plan.id);
  const item = 'planItemId' in asked ? all.find(({ id }) => id === asked.planItemId) : null;
  const kind = 'planItemId' in asked ? item?.kind : asked.kind;
  const parentId = 'planItemId' in asked ? (item?.parentId ?? null) : asked.under;
  const parent = parentId === null ? null : all.find(({ id }) => id === parentId);
  if (item === undefined || parent === undefined || kind === undefined || !isWrittenKind(kind))
    throw new NotFound();
  if (parent ? kindUnder(parent.kind) !== kind : kind !== 'aim' && kind !== 'theme') throw new NotFound();
  const neighbours = all
    .filter((other) => other.parentId === parentId && other.kind === kind)
    .toSorted((one, other) => one.position - other.position);
  return { all, item, kind, parent, neighbours };
}

const codeUnder = ({ kind, number, code }: Item, above: string): string =>
  isWrittenKind(kind) ? codeOf(kind, number, above) : code;

const said = (attributes: unknown, name: string): string => {
  const value = (attributes as Record<string, unknown> | null)?.[name];
  return typeof value === 'string' ? value : '';
};

const writtenOf = (item: Item): WrittenItem => ({
  number: item.number,
  text: item.text,
  intent: said(item.attributes, 'whatAreYouGoingToDo'),
  howIntro: said(item.attributes, 'howIntro'),
  steps: item.steps.map(({ text }) => text).join('\n'),
  roles: item.responsibleRoles.join('\n'),
  links: item.links.map(({ label }) => label).join('\n'),
  measure: said(item.attributes, 'measure'),
  after: '',
});

/** The neighbour behind which an item stands; a new one is to stand behind the last. Empty for the first place. */
function behind(neighbours: readonly Item[], item: Item | null): string {
  const own = item ? neighbours.findIndex(({ id }) => id === item.id) : neighbours.length;
  return neighbours[own - 1]?.id ?? '';
}

const changedMeanwhile = (item: Item): string =>
  `Somebody else has changed ${item.code}, or where it stands, since you opened it. What you typed is below and not saved. Saving again puts it in the place of what it says now: “${shortText(item.text, 160)}”`;

/** What is said beside the text; an empty part is none. */
function attributesOf(
  kind: WrittenKind,
  before: unknown,
  { intent, howIntro, measure }: WrittenItem,
): object {
  const parts = {
    ...(before as object | undefined),
    whatAreYouGoingToDo: intent,
    howIntro,
    measure: isMeasured(kind) ? measure : '',
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== ''));
}

async function writeParts(
  tx: Tx,
  planItemId: Id<'PlanItem'>,
  written: WrittenItem,
  { codes, strategies }: { codes: ReadonlyMap<string, string>; strategies: readonly string[] },
): Promise<void> {
  const place = (index: number) => ({ id: newId(), planItemId, position: index + 1 });
  await tx.planStep.deleteMany({ where: { planItemId } });
  await tx.planStep.createMany({
    data: linesOf(written.steps).map((text, index) => ({
      ...place(index),
      text,
      strategy: strategyOf(text, strategies),
      redacted: isWithheld(text),
    })),
  });
  await tx.planResponsibleRole.deleteMany({ where: { planItemId } });
  await tx.planResponsibleRole.createMany({
    data: linesOf(written.roles).map((roleTitle, index) => ({ ...place(index), roleTitle })),
  });
  await tx.planStrategicLink.deleteMany({ where: { planItemId } });
  await tx.planStrategicLink.createMany({
    data: linesOf(written.links).map((label, index) => ({
      ...place(index),
      label,
      targetItemId: codes.get(label) ?? null,
    })),
  });
}

/** Counts the neighbours anew, with this one in its place; the last where its neighbour is none of them. */
async function putBehind(
  tx: Tx,
  neighbours: readonly Item[],
  id: Id<'PlanItem'>,
  after: string,
): Promise<void> {
  const others = neighbours.map((other) => other.id).filter((other) => other !== id);
  const behind = after === '' ? 0 : others.findIndex((other) => other === after) + 1 || others.length;
  const order = others.toSpliced(behind, 0, id);
  await tx.$executeRaw`
    UPDATE plan_item i SET position = o.position
    FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o (id, position)
    WHERE i.id = o.id AND i.position <> o.position`;
}

/** A strategic link says how the item that it leads to is called now. */
async function relabel(tx: Tx, planId: Id<'Plan'>): Promise<void> {
  await tx.$executeRaw`
    UPDATE plan_strategic_link l SET label = target.code
    FROM plan_item target WHERE target.id = l.target_item_id AND target.plan_id = ${planId}::uuid AND l.label <> target.code`;
}
