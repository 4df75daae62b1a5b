import { expect, test } from 'vitest';
import { fixedClock, offsetClock, systemClock } from '#app/platform/clock.ts';

test('a fixed clock stands still until it is moved', () => {
  const clock = fixedClock(new Date('2016-01-18T09:00:00Z'));
  expect(clock.now()).toEqual(new Date('2016-01-18T09:00:00Z'));
  clock.advance(90_000);
  expect(clock.now()).toEqual(new Date('2016-01-18T09:01:30Z'));
  clock.set(new Date('2016-02-01T00:00:00Z'));
  expect(clock.now()).toEqual(new Date('2016-02-01T00:00:00Z'));
});

test('changing a date that a fixed clock gave does not move the clock', () => {
  const clock = fixedClock(new Date('2016-01-18T09:00:00Z'));
  clock.now().setFullYear(1999);
  expect(clock.now().getUTCFullYear()).toBe(2016);
});

test('an offset clock runs beside its base', () => {
  const base = fixedClock(new Date('2026-03-01T12:00:00Z'));
  const clock = offsetClock(base, -60_000);
  expect(clock.now()).toEqual(new Date('2026-03-01T11:59:00Z'));
  base.advance(1_000);
  expect(clock.now()).toEqual(new Date('2026-03-01T11:59:01Z'));
});

test('the system clock is the time of the machine', () => {
  const before = Date.now();
  const now = systemClock.now().getTime();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});
