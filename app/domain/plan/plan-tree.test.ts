import { describe, expect, it } from 'vitest';
import type { PlanItemKind } from './plan-pack-items.ts';
import { findItem, planTree, takesEvidence, type PlanEntryRecord, type PlanItemRecord } from './plan-tree.ts';

const item = (
  code: string,
  kind: PlanItemKind,
  parentId: string | null,
  position: number,
  more: Partial<PlanItemRecord> = {},
): PlanItemRecord => ({
  id: code,
  parentId,
  code,
  kind,
  number: '1',
  position,
  text: `Text of ${code}`,
  attributes: {},
  status: null,
  steps: [],
  responsibleRoles: [],
  links: [],
  ...more,
});
const entry = (id: string, itemId: string, activityId: string | null = null): PlanEntryRecord => ({
  id,
  itemId,
  activityId,
  text: id,
  update: false,
  style: null,
  datedOn: null,
  author: null,
  cites: null,
  superseded: null,
});

const tree = planTree(
  [
    item('Act', 'action', 'Theme', 1, {
      links: [
        { label: 'NS', target: null },
        { label: 'A 2', target: 'A 2' },
        { label: 'A 3', target: null },
      ],
    }),
    item('Theme', 'theme', null, 2),
    item('A 3', 'gap', 'A', 2, { text: 'Not in the document' }),
    item('A 2', 'activity', 'A', 1, { attributes: { note: 'A slip', hasEvidence: true } }),
    item('A', 'aim', null, 1, { attributes: { whatAreYouGoingToDo: 'More' } }),
  ],
  [entry('first', 'A', 'A 2'), entry('second', 'A'), entry('third', 'Act')],
);

describe('the plan put together', () => {
  it('has children under their parents in the order of the plan, gaps among them', () => {
    expect(tree.map(({ code }) => code)).toEqual(['A', 'Theme']);
    expect(tree[0]?.children.map(({ code, kind }) => `${code} ${kind}`)).toEqual(['A 2 activity', 'A 3 gap']);
  });
  it('shows an entry once: at its activity, else at its item', () => {
    expect(tree[0]?.evidence.map(({ id }) => id)).toEqual(['second']);
    expect(tree[0]?.children[0]?.evidence.map(({ id }) => id)).toEqual(['first']);
    expect(tree[1]?.children[0]?.evidence.map(({ id }) => id)).toEqual(['third']);
  });
  it('shows a strategic link from both ends, also at the gap of an item that the source leaves out', () => {
    expect(tree[0]?.children.map(({ citedBy }) => citedBy)).toEqual([['Act'], ['Act']]);
    expect(tree[0]?.citedBy).toEqual([]);
  });
  it('takes what the source says beside an item', () => {
    expect(tree[0]).toMatchObject({ intent: 'More', note: null });
    expect(tree[0]?.children[0]?.note).toBe('A slip');
  });
  it('finds an item with the one above it', () => {
    expect(findItem(tree, 'A 3')).toMatchObject({ item: { code: 'A 3' }, parent: { code: 'A' } });
    expect(findItem(tree, 'A')).toMatchObject({ item: { code: 'A' }, parent: null });
    expect(findItem(tree, 'A 4')).toBeNull();
  });
  it('takes evidence for aims, activities and actions only', () => {
    expect(['aim', 'activity', 'action', 'theme', 'gap'].filter(takesEvidence)).toEqual([
      'aim',
      'activity',
      'action',
    ]);
  });
});
