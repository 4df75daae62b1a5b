import { describe, expect, it } from 'vitest';
import { sessionEnd } from './session-times.ts';

const force = {
  sessions: {
    idleMinutes: 30,
    absoluteHours: 12,
    sharedComputerIdleMinutes: 10,
    sharedComputerAbsoluteHours: 2,
  },
};
const now = new Date('2016-01-18T09:00:00Z');
const minutes = (count: number) => count * 60_000;
const endIn = (left: number, sharedComputer = false) =>
  sessionEnd(now, { sharedComputer, absoluteExpiresAt: new Date(now.getTime() + minutes(left)) }, force);

describe('the end of a session, as a page counts it', () => {
  it('is a minute sooner than the session itself, which a use within that minute does not move', () => {
    expect(endIn(600)).toEqual({ inMs: minutes(29), extendable: true, sharedComputer: false });
    expect(endIn(100, true)).toEqual({ inMs: minutes(9), extendable: true, sharedComputer: true });
  });

  it('is the longest time of a session once that is nearer, which nothing moves on', () => {
    expect(endIn(29)).toEqual({ inMs: minutes(29), extendable: false, sharedComputer: false });
    expect(endIn(3)).toMatchObject({ inMs: minutes(3), extendable: false });
  });
});
