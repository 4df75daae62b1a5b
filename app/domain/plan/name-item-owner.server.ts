import { randomUUID } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '../kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import { charactersOrLess } from '../kernel/text-limits.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx, SystemCtx } from '../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../kernel/failures.ts';
import { longestRole, ownerWords } from './item-owner.ts';
import { itemOwner, type OwnerWord } from './item-owner.server.ts';
import { lockOwnItem, type NamedItem } from './lock-item.server.ts';
import { dayOfText, dayText, dayWords } from './plan-years.ts';

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

/** What is said of an item itself: who owns it, and the day on which it is looked at again, "2016-02-15". */
export type OwnerForm = {
  role: string;
  owner: string;
  reviewOn: string | null;
  /** The owner of what it stands under, whom it follows while it names none of its own; in words. */
  follows: string | null;
  /** Changes with each word on it, so that of two who say it the later is told. */
  version: string;
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
      role: own?.role ?? '',
      owner: own?.accountId ?? nobodyNamed,
      follows: owner === own ? null : ownerWords(owner),
      version: versionOf(own),
      reviewOn: own?.reviewOn ? dayText(own.reviewOn) : null,
      people: people.map(({ id, displayName }) => ({ value: id, text: displayName })),
      rolesInPlan: roles.map(({ roleTitle }) => roleTitle),
    };
  });
}

const versionOf = (own: OwnerWord | null): string => String(own?.number ?? 0);

export type ItemOwnerInput = NamedItem & {
  owner: string;
  role?: string;
  reviewOn?: string | null;
  expectedVersion?: string;
};

/**
 * Says who owns an item, and with it what stands under it: a role, its present holder, or nobody; and when it is looked at
 * again. `expectedVersion` is that of the form, where one was opened. @throws NotFound, Invalid, Conflict
 */
export async function nameItemOwner(ctx: Ctx, input: ItemOwnerInput): Promise<void> {
  if (!may(ctx.actor, 'plan.assign')) throw new NotFound();
  await transaction(ctx.db, async (tx) => {
    const item = await lockOwnItem(tx, ctx, input);
    const known = (await possibleItemOwners(tx)).find(({ id }) => id === input.owner);
    const { role = '', reviewOn = null } = input;
    const { own } = await itemOwner(tx, item);
    const errors: Record<string, string> = {};
    if (role.length > longestRole) errors.role = `Role must be ${charactersOrLess(longestRole)}`;
    if (input.owner !== nobodyNamed && !known) errors.owner = 'Select who owns it';
    if (
      reviewOn !== null &&
      reviewOn < forceDay(ctx.clock.now()) &&
      !(own?.reviewOn && dayText(own.reviewOn) === reviewOn)
    )
      errors.reviewOn = 'Date of the next review must be today or in the future';
    if (Object.keys(errors).length > 0) throw new Invalid(errors);
    if (input.expectedVersion !== undefined && input.expectedVersion !== versionOf(own))
      throw new Conflict(changedMeanwhile(own));
    await writeOwner(tx, ctx, item, {
      accountId: known?.id ?? null,
      role: role === '' ? null : role,
      reviewOn: reviewOn === null ? null : dayOfText(reviewOn),
    });
  });
}

const changedMeanwhile = (own: OwnerWord | null): string =>
  `Somebody else has said who owns this item, or when it is reviewed, since you opened it. What you typed is below and not saved. Saving again puts it in the place of what is said now: ${ownerWords(own) ?? 'nobody in particular'}, ${own?.reviewOn ? `review on ${dayWords(own.reviewOn)}` : 'no review'}`;

/** An item that somebody holds, with what else is said of it. */
export type HeldItem = { id: Id<'PlanItem'>; code: string; role: string | null; reviewOn: Date | null };

/** The items of plans that are not closed that name somebody as their owner, or as who holds the role that owns them. */
export function itemsOwnedBy(tx: Tx, accountId: Id<'Account'>): Promise<HeldItem[]> {
  return tx.$queryRaw<HeldItem[]>`
    SELECT i.id, i.code, o.role_title AS role, o.review_on AS "reviewOn"
    FROM plan_item i JOIN plan p ON p.id = i.plan_id AND p.closed_at IS NULL
      JOIN plan_item_owner o ON o.plan_item_id = i.id AND o.account_id = ${accountId}::uuid
    WHERE NOT EXISTS (SELECT FROM plan_item_owner later WHERE later.plan_item_id = i.id AND later.number > o.number)
    ORDER BY i.code, i.id FOR NO KEY UPDATE OF i`;
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
