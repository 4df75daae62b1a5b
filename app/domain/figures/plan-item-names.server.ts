import type { Prisma } from '#app/platform/db/generated/client.ts';
import { shortText } from '../plan/short-text.ts';
import type { Name } from './volume-rows.ts';

/** The items of the plan that figures are counted by, in its order. */
export const countedItems = {
  orderBy: [{ parent: { position: 'asc' } }, { position: 'asc' }],
  select: { id: true, kind: true, code: true, text: true, parent: { select: { code: true } } },
} satisfies Prisma.PlanItemFindManyArgs;

export type CountedItem = Prisma.PlanItemGetPayload<typeof countedItems>;

/** Those of these kinds: their codes, and in short what they say. */
export const planItemNames = (
  items: readonly CountedItem[],
  kinds: readonly string[],
): (Name & { detail: string })[] =>
  items
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ code, text }) => ({ key: code, label: code, detail: shortText(text) }));
