import { describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { nextStep, type ItemAtHand, type WorkAtHand } from './next-step.ts';

const item = (number: number, changes: Partial<ItemAtHand> = {}): ItemAtHand => ({
  id: `item-${number}` as Id<'IntelligenceItem'>,
  number,
  graded: true,
  complete: true,
  written: true,
  toApprove: false,
  sent: true,
  ...changes,
});
const work = (changes: Partial<WorkAtHand>): WorkAtHand => ({
  actions: [],
  itemActions: [],
  withdrawalRequested: false,
  unreadIn: null,
  items: [],
  ...changes,
});
const assessing = { actions: ['accept', 'ask_partner', 'reject'], itemActions: ['grade'] } as const;
const accepted = {
  actions: ['answer_and_close'],
  itemActions: ['grade', 'sanitise', 'disseminate'],
} as const;

describe('the next right step', () => {
  it.each([
    ['claims what nobody holds', { actions: ['claim', 'reroute'] }, { do: 'action', action: 'claim' }],
    [
      'waits for an answer',
      { actions: ['record_reply', 'stop_waiting'] },
      { do: 'action', action: 'record_reply' },
    ],
    [
      'reads what was added first',
      { ...assessing, unreadIn: 'messages', items: [item(1)] },
      { do: 'read', part: 'messages' },
    ],
    ['leaves what is made and graded beside the text', assessing, null],
    [
      'accepts nothing before each item is graded',
      { ...assessing, items: [item(1), item(2, { graded: false, complete: false })] },
      null,
    ],
    [
      'accepts nothing before each item is complete',
      { ...assessing, items: [item(1, { complete: false })] },
      null,
    ],
    ['accepts', { ...assessing, items: [item(1)] }, { do: 'action', action: 'accept' }],
    [
      'sanitises',
      { ...accepted, items: [item(1, { written: false, sent: false }), item(2, { sent: false })] },
      { do: 'sanitise', itemId: 'item-1', number: 1 },
    ],
    [
      'sends what may go before what waits for somebody',
      { ...accepted, items: [item(1, { sent: false, toApprove: true }), item(2, { sent: false })] },
      { do: 'disseminate', itemId: 'item-2', number: 2 },
    ],
    [
      'waits for the second person',
      { ...accepted, items: [item(1, { sent: false, toApprove: true })] },
      { do: 'wait', number: 1 },
    ],
    ['closes', { ...accepted, items: [item(1)] }, { do: 'action', action: 'answer_and_close' }],
    [
      'closes, where FIB does the rest',
      { actions: ['answer_and_close'], itemActions: ['grade'], items: [item(1, { written: false })] },
      { do: 'action', action: 'answer_and_close' },
    ],
    ['decides freely on a wish to withdraw', { ...assessing, withdrawalRequested: true }, null],
    ['has nothing to do', {}, null],
  ] as const)('%s', (_, changes, step) => {
    expect(nextStep(work(changes as Partial<WorkAtHand>))).toEqual(step);
  });
});
