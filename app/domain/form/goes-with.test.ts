import { describe, expect, test } from 'vitest';
import { goesWith } from './goes-with.ts';
import { version2 } from '#tests/factories/published-forms.ts';

const people = [{ id: 'p1' }, { id: 'p2' }];
const vehicles = [{ id: 'v1' }];
const links = [
  {
    id: 'l1',
    linkFrom: 'people:p1',
    linkKind: 'drives',
    linkTo: 'vehicles:v1',
    linkNote: 'Most mornings',
  },
  { id: 'l2', linkFrom: 'people:p2', linkKind: 'drives', linkTo: 'vehicles:v1' },
];
const contacts = [
  { id: 'c1', contactKind: 'phone', contactValue: '01632 960 777', contactUser: 'people:p1' },
];
const answers = { people, vehicles, links, contacts };

describe('what goes with an entry', () => {
  test('is each connection of it, and what says who uses something', () => {
    expect(goesWith(version2, answers, 'people', 'p1')).toEqual([
      { sectionId: 'contacts', itemId: 'c1', questionIds: ['contactUser'] },
      { sectionId: 'links', itemId: 'l1', questionIds: null },
    ]);
    expect(goesWith(version2, answers, 'vehicles', 'v1').map(({ itemId }) => itemId)).toEqual(['l1', 'l2']);
  });

  test('is nothing where nothing names it', () => {
    expect(goesWith(version2, { ...answers, links: [], contacts: [] }, 'people', 'p1')).toEqual([]);
    expect(goesWith(version2, answers, 'links', 'l1')).toEqual([]);
  });
});
