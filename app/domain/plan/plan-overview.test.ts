import { expect, it } from 'vitest';
import type { ItemStatus } from './item-status.ts';
import { overviewFinding } from './plan-overview.ts';

const lines = (...statuses: (ItemStatus | null)[]) =>
  statuses.map((status, index) => ({
    code: `${index}`,
    text: '',
    status,
    owner: null,
    evidenceOn: null,
    review: null,
    openTasks: 0,
  }));

it('says how many activities and actions stand how, and of how many nobody has said so', () => {
  expect(overviewFinding(lines('on_track', 'delivered', 'on_track', 'at_risk', null, null))).toBe(
    'Of 6 items, 1 is delivered, 2 are on track, 1 is at risk and 2 have no status yet.',
  );
  expect(overviewFinding(lines('not_started', null))).toBe(
    'Of 2 items, 1 is not started and 1 has no status yet.',
  );
});
