import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { stepsDue, type Waiting } from './escalation.ts';
import { finalStatuses } from '#app/domain/kernel/statuses.ts';

const steps = [
  { code: 'duty-list', afterMinutes: 0, tellMdsLead: false },
  { code: 'duty-list-again', afterMinutes: 15, tellMdsLead: false },
  { code: 'deputy', afterMinutes: 30, tellMdsLead: true },
  { code: 'fib-supervisor', afterMinutes: 45, tellMdsLead: false },
  { code: 'duty-inspector', afterMinutes: 60, tellMdsLead: false },
];
const submittedAt = new Date('2016-01-18T09:00:00Z');
const after = (minutes: number): Date => new Date(submittedAt.getTime() + minutes * 60_000);
const waiting = (changes: Partial<Waiting> = {}): Waiting => ({
  status: 'submitted',
  priority: 'high',
  submittedAt,
  claimedBy: null,
  ...changes,
});
const codes = (submission: Waiting, done: string[], minutes: number): string[] =>
  stepsDue(steps, submission, done, after(minutes)).map((step) => step.code);

describe('the steps while nobody claims a High submission', () => {
  it.each<[number, string[], string[]]>([
    [-1, [], []],
    [0, [], ['duty-list']],
    [14, ['duty-list'], []],
    [15, ['duty-list'], ['duty-list-again']],
    [30, ['duty-list', 'duty-list-again'], ['deputy']],
    [61, ['duty-list', 'duty-list-again', 'deputy'], ['fib-supervisor', 'duty-inspector']],
    [600, steps.map((step) => step.code), []],
    [600, [], steps.map((step) => step.code)],
  ])('after %i minutes with %j done', (minutes, done, due) => {
    expect(codes(waiting(), done, minutes)).toEqual(due);
  });

  it('stop once it is claimed, over, or not High', () => {
    expect(codes(waiting({ claimedBy: 'officer' }), [], 600)).toEqual([]);
    expect(codes(waiting({ priority: 'medium' }), [], 600)).toEqual([]);
    for (const status of finalStatuses) expect(codes(waiting({ status }), [], 600)).toEqual([]);
  });

  it('begin again when it is put down', () => {
    const released = waiting({ status: 'in_assessment', unclaimedSince: after(100) });
    expect(codes(released, [], 100)).toEqual(['duty-list']);
    expect(codes(released, [], 130)).toEqual(['duty-list', 'duty-list-again', 'deputy']);
  });

  it('come in the order of time, however the pack lists them', () => {
    const due = stepsDue([...steps].reverse(), waiting(), [], after(600));
    expect(due.map((step) => step.code)).toEqual(steps.map((step) => step.code));
  });

  it('are each taken once, however often the job looks and however late it comes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 20 }), (looks) => {
        const done: string[] = [];
        for (const minutes of looks.sort((one, other) => one - other))
          done.push(...codes(waiting(), done, minutes));
        const last = Math.max(...looks);
        expect(done).toEqual(steps.filter((step) => step.afterMinutes <= last).map((step) => step.code));
      }),
    );
  });
});
