import { describe, expect, it } from 'vitest';
import { highStepsDue } from './high-steps.ts';

const submittedAt = new Date('2016-01-18T09:00:00Z');
const after = (minutes: number) => new Date(submittedAt.getTime() + minutes * 60_000);
const escalation = [
  { code: 'duty-list', afterMinutes: 0, positions: ['duty_officer' as const], tellMdsLead: false },
  { code: 'deputy', afterMinutes: 30, positions: ['deputy' as const], tellMdsLead: true },
];
const waiting = {
  status: 'submitted' as const,
  priority: 'high' as const,
  submittedAt,
  claimedBy: null,
  unclaimedSince: submittedAt,
};
const codes = (minutes: number, done: string[] = []) =>
  highStepsDue(escalation, waiting, done, after(minutes)).map((step) => step.code);

describe('steps while a High submission waits', () => {
  it('takes the first at once and the next in its time', () => {
    expect(codes(0)).toEqual(['duty-list']);
    expect(codes(29, ['duty-list'])).toEqual([]);
    expect(codes(30, ['duty-list'])).toEqual(['deputy']);
  });
  it('tells everybody again each hour after the last step', () => {
    const done = ['duty-list', 'deputy'];
    expect(codes(89, done)).toEqual([]);
    expect(codes(90, done)).toEqual(['again-1']);
    expect(codes(151, [...done, 'again-1'])).toEqual(['again-2']);
  });
  it('takes only the newest repeat after an outage', () => {
    expect(codes(60 * 24, ['duty-list', 'deputy'])).toEqual(['again-23']);
  });
  it('stops when somebody has claimed it', () => {
    expect(highStepsDue(escalation, { ...waiting, claimedBy: 'x' }, [], after(500))).toEqual([]);
  });
});
