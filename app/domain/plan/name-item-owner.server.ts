import { randomUUID } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '../kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import { charactersOrLess } from '../kernel/text-limits.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx, SystemCtx } from '../kernel/context.ts';
import { Invalid, NotFound } from '../kernel/failures.ts';
import { longestRole } from './item-owner.ts';
import { itemOwner } from './item-owner.server.ts';
import { lockOwnItem, type NamedItem } from './lock-item.server.ts';
import { dayOfText, dayText } from './plan-years.ts';

/** The value that a form posts where nobody is to be named. */
export const nobodyNamed = 'nobody';

/** Who can be named: whoever may then contribute to what they own. */
export async function possibleItemOwners(tx: Tx): Promise<{ id: Id<'Account'>; displayName: string }[]> {
  return tx.account.findMany({
    where: {
      side: 'police',
      status: 'active',
      accountRoles: { some: { role: { in: ['plan_contributor', 'mds_lead'] } } },
    },
    select: { id: true, displayName: true },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
  });
}

/** What is said of an item now: who owns it, and the day on which it is looked at again, "2016-02-15". */
export type OwnerForm = {
  role: string;
  owner: string;
  reviewOn: string | null;
  people: { value: string; text: string }[];
  /** Who the plan itself says is responsible. */
  rolesInPlan: string[];
};

/** The choices of the page. @throws NotFound */
export async function prepareItemOwner(ctx: Ctx, input: NamedItem): Promise<OwnerForm> {
  if (!may(ctx.actor, 'plan.assign')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const item = await lockOwnItem(tx, ctx, input);
    const { own, owner } = await itemOwner(tx, item);
    const people = await possibleItemOwners(tx);
    const roles = await tx.planResponsibleRole.findMany({
      where: { planItemId: item.id },
      orderBy: { position: 'asc' },
    });
    return {
      role: owner?.role ?? '',
      owner: owner?.accountId ?? nobodyNamed,
      reviewOn: own?.reviewOn ? dayText(own.reviewOn) : null,
      people: people.map(({ id, displayName }) => ({ value: id, text: displayName })),
      rolesInPlan: roles.map(({ roleTitle }) => roleTitle),
    };
  });
}

export type ItemOwnerInput = NamedItem & { owner: string; role?: string; reviewOn?: string | null };

/**
 * Says who owns an item, and with it what stands under it: a role, its present holder, or nobody; and when it is looked at
 * again. @throws NotFound, Invalid, Conflict
 */
export async function nameItemOwner(ctx: Ctx, input: ItemOwnerInput): Promise<void> {
  if (!may(ctx.actor, 'plan.assign')) throw new NotFound();
  await transaction(ctx.db, async (tx) => {
    const item = await lockOwnItem(tx, ctx, input);
    const known = (await possibleItemOwners(tx)).find(({ id }) => id === input.owner);
    const { role = '', reviewOn = null } = input;
    const before = (await itemOwner(tx, item)).own?.reviewOn;
    const errors: Record<string, string> = {};
    if (role.length > longestRole) errors.role = `Role must be ${charactersOrLess(longestRole)}`;
    if (input.owner !== nobodyNamed && !known) errors.owner = 'Select who owns it';
    if (
      reviewOn !== null &&
      reviewOn < forceDay(ctx.clock.now()) &&
      !(before && dayText(before) === reviewOn)
    )
      errors.reviewOn = 'Date of the next review must be today or in the future';
    if (Object.keys(errors).length > 0) throw new Invalid(errors);
    await writeOwner(tx, ctx, item, {
      accountId: known?.id ?? null,
      role: role === '' ? null : role,
      reviewOn: reviewOn === null ? null : dayOfText(reviewOn),
    });
  });
}

/** An item that somebody holds, with what else is said of it. */
export type HeldItem = { id: Id<'PlanItem'>; code: string; role: string | null; reviewOn: Date | null };

/** The items of plans that are not closed that name somebody as their owner, or as who holds the role that owns them. */
export function itemsOwnedBy(tx: Tx, accountId: Id<'Account'>): Promise<HeldItem[]> {
  return tx.$queryRaw<HeldItem[]>`
    SELECT i.id, i.code, o.role_title AS role, o.review_on AS "reviewOn"
    FROM plan_item i JOIN plan p ON p.id = i.plan_id AND p.closed_at IS NULL
      JOIN plan_item_owner o ON o.plan_item_id = i.id AND o.account_id = ${accountId}::uuid
    WHERE NOT EXISTS (SELECT FROM plan_item_owner later WHERE later.plan_item_id = i.id AND later.number > o.number)
    ORDER BY i.code, i.id FOR UPDATE OF i`;
}

/** Writes who owns a locked item from now on, and when it is looked at again. */
export async function writeOwner(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  item: { id: Id<'PlanItem'>; code: string },
  { accountId, role, reviewOn }: { accountId: Id<'Account'> | null } & Pick<HeldItem, 'role' | 'reviewOn'>,
): Promise<void> {
  await tx.planItemOwner.create({
    data: {
      id: randomUUID(),
      planItemId: item.id,
      number: (await tx.planItemOwner.count({ where: { planItemId: item.id } })) + 1,
      accountId,
      roleTitle: role,
      reviewOn,
      setBy: ctx.actor?.accountId ?? null,
      setAt: ctx.clock.now(),
    },
  });
  await record(tx, ctx, {
    type: 'plan.owner_named',
    data: { item: item.code, named: accountId !== null },
    subject: { type: 'plan_item', id: item.id },
  });
}
