import { randomBytes } from 'node:crypto';
import type { Keyring } from '#app/platform/crypto/envelope.ts';
import { isMark, makeMark } from '#app/platform/crypto/mark.ts';

/**
 * The cookie by which a browser shows that accounts have signed in with it: a random id and, for each account, the day
 * on which that ends with the portal's mark of id, account and day. It names nobody and opens nothing: it only lets the
 * tries of this browser be counted apart from those of strangers (decision 0029).
 * <id, 22 characters>[.<days since 1970 in base 36>-<mark, 43 characters>]…
 */
const shape = /^[\w-]{22}(\.[0-9a-z]{1,6}-[\w-]{43}){1,5}$/;

/** So many accounts may share a computer; the one that signed in longest ago is forgotten first. */
const mostAccounts = 5;
export const knownDays = 180;

const purpose = 'known device';
const dayOf = (now: Date) => Math.floor(now.getTime() / (24 * 60 * 60_000));
const markedText = (id: string, email: string, day: string) => `${id}\n${email}\n${day}`;

type Device = { id: string; entries: { day: string; mark: string }[] };

function read(cookie: string | null): Device | null {
  if (cookie === null || !shape.test(cookie)) return null;
  const [id = '', ...entries] = cookie.split('.');
  return {
    id,
    entries: entries.map((entry) => {
      const [day = '', ...mark] = entry.split('-');
      return { day, mark: mark.join('-') };
    }),
  };
}

/** The id of the device, where this account has signed in with it not long ago; null for a stranger. */
export function knownDevice(
  keyring: Keyring,
  cookie: string | null,
  email: string,
  now: Date,
): string | null {
  const device = read(cookie);
  if (!device) return null;
  const known = device.entries.filter(({ day, mark }) =>
    isMark(keyring, purpose, markedText(device.id, email, day), mark),
  );
  return known.some(({ day }) => Number.parseInt(day, 36) >= dayOf(now)) ? device.id : null;
}

/** The cookie from now on, after this account has signed in. */
export function rememberDevice(keyring: Keyring, cookie: string | null, email: string, now: Date): string {
  const device = read(cookie) ?? { id: randomBytes(16).toString('base64url'), entries: [] };
  const day = (dayOf(now) + knownDays).toString(36);
  const others = device.entries.filter(
    (entry) => !isMark(keyring, purpose, markedText(device.id, email, entry.day), entry.mark),
  );
  const own = { day, mark: makeMark(keyring, purpose, markedText(device.id, email, day)) };
  return [
    device.id,
    ...[own, ...others].slice(0, mostAccounts).map(({ day, mark }) => `${day}-${mark}`),
  ].join('.');
}
