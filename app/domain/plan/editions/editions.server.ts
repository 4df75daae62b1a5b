import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import { newId, type Id } from '../../kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import { planAsked, type PlanOfForce } from '../current-plan.server.ts';
import { lockPlan, versionOf } from '../lock-draft.server.ts';
import { dayText } from '../plan-years.ts';
import { namedPlan, readWhole, type NamedPlan } from '../read-whole.server.ts';
import { countWithheld, editionLines, type EditionLine } from './edition-lines.ts';
import { withheldOf, type WithheldWords } from './withheld.server.ts';

export type EditionHead = { id: Id<'PlanEdition'>; number: number; publishedAt: Date; by: string };

/** The editions of a plan, the newest first. `mayPublish`: the reader publishes the next one. @throws NotFound */
export async function editionsOf(
  ctx: Ctx,
  input: { planId: Id<'Plan'> },
): Promise<{ plan: NamedPlan; editions: EditionHead[]; mayPublish: boolean }> {
  if (!may(ctx.actor, 'plan.read')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const plan = await planAsked(tx, ctx, input.planId);
    const rows = await tx.planEdition.findMany({
      where: { planId: plan.id },
      orderBy: { number: 'desc' },
      select: headFields,
    });
    return {
      plan: namedPlan(plan),
      editions: rows.map(headOf),
      mayPublish: may(ctx.actor, 'plan.write') && plan.publishedAt !== null,
    };
  });
}

/** The next edition as it would be published now. */
export type NextEdition = {
  plan: NamedPlan;
  number: number;
  lines: EditionLine[];
  withheld: number;
  /** Withheld words of which a text has changed or gone since somebody looked: no edition is published before they do. */
  unsettled: WithheldWords[];
  /** Changes with each line, so that nothing is published that nobody has seen. */
  version: string;
};

/** @throws NotFound, Conflict where the plan is a draft */
export async function prepareEdition(ctx: Ctx, input: { planId: Id<'Plan'> }): Promise<NextEdition> {
  if (!may(ctx.actor, 'plan.write')) throw new NotFound();
  return transaction(ctx.db, async (tx) => nextEdition(tx, await planAsked(tx, ctx, input.planId)));
}

async function nextEdition(tx: Tx, plan: PlanOfForce): Promise<NextEdition> {
  if (plan.publishedAt === null) throw new Conflict('Publish the plan first: an edition is made of it');
  const { view } = await readWhole(tx, plan);
  const withheld = await withheldOf(tx, view);
  const before = await tx.planEdition.findFirst({
    where: { planId: plan.id },
    orderBy: { number: 'desc' },
    select: { number: true, lines: true },
  });
  const lines = editionLines(view, withheld, before && linesOf(before.lines));
  return {
    plan: namedPlan(plan),
    number: (before?.number ?? 0) + 1,
    lines,
    withheld: countWithheld(lines),
    unsettled: withheld.filter(({ settled }) => !settled),
    version: versionOf(lines),
  };
}

/**
 * Publishes the edition that the actor has looked at. @throws NotFound, Invalid where words are to be looked at first,
 * Conflict where the plan says something else by now
 */
export async function publishEdition(
  ctx: Ctx,
  input: { planId: Id<'Plan'>; expectedVersion: string },
): Promise<{ editionId: Id<'PlanEdition'> }> {
  return transaction(ctx.db, async (tx) => {
    const plan = await lockPlan(tx, ctx, input.planId);
    const { number, lines, withheld, unsettled, version } = await nextEdition(tx, plan);
    if (unsettled.length > 0)
      throw new Invalid({ '': 'Look again at the words whose texts have changed, then publish' });
    if (version !== input.expectedVersion)
      throw new Conflict(
        'The plan, or what is withheld of it, has changed since you opened this page. Nothing is published. Look at the edition again: it is shown as it would be now',
      );
    const id = newId<'PlanEdition'>();
    await tx.planEdition.create({
      data: {
        id,
        planId: plan.id,
        number,
        lines,
        publishedBy: ctx.actor.accountId,
        publishedAt: ctx.clock.now(),
      },
    });
    await record(tx, ctx, {
      type: 'plan.edition_published',
      data: { from: dayText(plan.firstDay), number, withheld },
      subject: { type: 'plan', id: plan.id },
    });
    return { editionId: id };
  });
}

/** `title` is the plan's, as the edition shows it. */
export type Edition = EditionHead & { plan: Pick<NamedPlan, 'id'>; title: string; lines: EditionLine[] };

/** An edition as it was published; taking its file is recorded. @throws NotFound */
export async function readEdition(
  ctx: Ctx,
  input: { planId: Id<'Plan'>; editionId: Id<'PlanEdition'>; as: 'page' | 'pdf' | 'csv' },
): Promise<Edition> {
  if (!may(ctx.actor, 'plan.read')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const plan = await planAsked(tx, ctx, input.planId);
    const row = await tx.planEdition.findFirst({
      where: { id: input.editionId, planId: plan.id },
      select: { ...headFields, lines: true },
    });
    if (!row) throw new NotFound();
    if (input.as !== 'page')
      await record(tx, ctx, {
        type: 'plan.edition_taken',
        data: { from: dayText(plan.firstDay), number: row.number, as: input.as },
        subject: { type: 'plan', id: plan.id },
      });
    const lines = linesOf(row.lines);
    const title = lines.find(({ line }) => line === 'plan')?.text ?? '';
    return { ...headOf(row), plan: { id: plan.id }, title, lines };
  });
}

const headFields = {
  id: true,
  number: true,
  publishedAt: true,
  publishedByAccount: { select: { displayName: true } },
} as const;

type HeadRow = Omit<EditionHead, 'by'> & { publishedByAccount: { displayName: string } };
const headOf = ({ id, number, publishedAt, publishedByAccount }: HeadRow): EditionHead => ({
  id,
  number,
  publishedAt,
  by: publishedByAccount.displayName,
});

/** As its row keeps them: only this file writes it, and nothing changes it. */
const linesOf = (kept: unknown): EditionLine[] => kept as EditionLine[];
