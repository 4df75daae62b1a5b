import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeKeyring } from '#app/platform/crypto/envelope.ts';
import { knownDays, knownDevice, rememberDevice } from './known-device.ts';

const keyring = makeKeyring(randomBytes(32));
const now = new Date('2026-02-03T10:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60_000);
const robin = 'robin@harbour-trust.example';
const lee = 'lee@harbour-trust.example';

describe('a device', () => {
  it('is known to the accounts that signed in with it, for a time, and names none of them', () => {
    const first = rememberDevice(keyring, null, robin, now);
    const cookie = rememberDevice(keyring, first, lee, now);
    expect(cookie).not.toMatch(/robin|lee|harbour/i);
    const id = knownDevice(keyring, cookie, robin, now);
    expect(id).toMatch(/^[\w-]{22}$/);
    expect(knownDevice(keyring, cookie, lee, later(knownDays))).toBe(id);
    expect(knownDevice(keyring, cookie, lee, later(knownDays + 1))).toBeNull();
    expect(knownDevice(keyring, cookie, 'sam@lantern-project.example', now)).toBeNull();
    expect(knownDevice(keyring, first, lee, now)).toBeNull();
  });

  it('is not made by anybody else, nor made to last longer', () => {
    const cookie = rememberDevice(keyring, null, robin, now);
    expect(knownDevice(makeKeyring(randomBytes(32)), cookie, robin, now)).toBeNull();
    const forged = [
      cookie.replace(/^./, cookie.startsWith('A') ? 'B' : 'A'),
      cookie.replace(/\.[0-9a-z]+-/, '.zzzz-'),
      cookie.slice(0, -1),
      `${cookie}.`,
      '',
      'x',
    ];
    for (const wrong of forged) expect(knownDevice(keyring, wrong, robin, now)).toBeNull();
  });

  it('keeps its id, and forgets who signed in longest ago', () => {
    const people = Array.from({ length: 6 }, (_, index) => `person${index}@partner.example`);
    const cookie = people.reduce<string | null>(
      (before, email) => rememberDevice(keyring, before, email, now),
      null,
    );
    expect(knownDevice(keyring, cookie, people[0]!, now)).toBeNull();
    const ids = people.slice(1).map((email) => knownDevice(keyring, cookie, email, now));
    expect(new Set(ids).size).toBe(1);
    const again = rememberDevice(keyring, cookie, people[3]!, now);
    expect(again.split('.')).toHaveLength(6);
    expect(knownDevice(keyring, again, people[1]!, now)).toBe(ids[0]);
  });
});
