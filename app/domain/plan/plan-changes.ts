import { measureIn } from './item-measure.ts';
import type { PlanItemRecord } from './plan-tree.ts';
import type { PlanItemKind } from './plan-pack-items.ts';
import type { Id } from '../kernel/id.ts';

/** What became of an item between one plan and the next. */
export type ItemChange = 'carried' | 'changed' | 'new' | 'ended';

/** `parts` are those in which a changed item differs, in words; `before` is the code that it had, where that is another. */
export type ChangedItem = {
  id: Id<'PlanItem'>;
  parentId: Id<'PlanItem'> | null;
  kind: PlanItemKind;
  code: string;
  text: string;
  change: ItemChange;
  parts: string[];
  before: string | null;
};

type Compared = PlanItemRecord & { id: Id<'PlanItem'>; carriedFromId: Id<'PlanItem'> | null };

const partsOf = (item: Compared): Record<string, unknown> => {
  const said = item.attributes as Record<string, unknown> | null;
  return {
    number: item.code,
    words: item.text,
    intention: said?.['whatAreYouGoingToDo'] ?? null,
    how: [said?.['howIntro'] ?? null, item.steps.map(({ text }) => text)],
    responsible: item.responsibleRoles,
    'strategic links': item.links.map(({ label }) => label),
    measure: measureIn(item.attributes),
  };
};

/**
 * Holds a plan against the one before it: its own items in its order, then those that it ended. What only tells how the
 * source is printed is no difference, and gaps of its numbers are no items.
 */
export function planChanges(before: readonly Compared[], after: readonly Compared[]): ChangedItem[] {
  const earlier = new Map(before.map((item) => [item.id, item]));
  const going = after.filter(({ kind }) => kind !== 'gap').toSorted(inOrder(after));
  const kept = new Set(going.map(({ carriedFromId }) => carriedFromId));
  return [
    ...going.map((item) => {
      const from = item.carriedFromId === null ? undefined : earlier.get(item.carriedFromId);
      const was = from && partsOf(from);
      const parts = was
        ? Object.entries(partsOf(item)).flatMap(([part, now]) =>
            JSON.stringify(now) === JSON.stringify(was[part]) ? [] : [part],
          )
        : [];
      return lineOf(item, from ? (parts.length > 0 ? 'changed' : 'carried') : 'new', parts, from?.code);
    }),
    ...before
      .filter(({ id, kind }) => kind !== 'gap' && !kept.has(id))
      .toSorted(inOrder(before))
      .map((item) => lineOf(item, 'ended', [], undefined)),
  ];
}

function lineOf(
  { id, parentId, kind, code, text }: Compared,
  change: ItemChange,
  parts: string[],
  before: string | undefined,
): ChangedItem {
  return {
    id,
    parentId: parentId as Id<'PlanItem'> | null,
    kind,
    code,
    text,
    change,
    parts,
    before: before === undefined || before === code ? null : before,
  };
}

/** Each parent before its children, both by their positions; aims before themes. */
function inOrder(items: readonly Compared[]): (one: Compared, other: Compared) => number {
  const byId = new Map<string, Compared>(items.map((item) => [item.id, item]));
  const key = (item: Compared): [boolean, number, number] => {
    const parent = item.parentId === null ? undefined : byId.get(item.parentId);
    const top = parent ?? item;
    return [top.kind === 'theme', top.position, parent ? item.position : 0];
  };
  return (one, other) => {
    const [a, b] = [key(one), key(other)];
    return Number(a[0]) - Number(b[0]) || a[1] - b[1] || a[2] - b[2];
  };
}
