import { createHmac, timingSafeEqual } from 'node:crypto';
import { readCookie, readSessionToken, setCookie } from '../session/cookies.ts';
import { isDone, type Done } from './done.ts';

/** Where a form leads, and what is said there once. */
export class Flash {
  constructor(
    readonly address: string,
    readonly done: Done,
  ) {}
}

/** The address to go on to, whose page says once what was just done. */
export const flash = (address: string, done: Done): Flash => new Flash(address, done);

/** Long enough for a slow connection. The page that says it takes it away. */
const seconds = 120;

/**
 * The cookie that brings what was done to the page that says it; null for whoever is not signed in. It holds a code of
 * a closed list, and is sealed with the token of the session and the address: nobody else is told it, no other page
 * says it, and no link makes one.
 */
export function flashCookie(request: Request, { address, done }: Flash, https: boolean): string | null {
  const token = readSessionToken(request, https);
  if (token === null) return null;
  const seal = sealOf(token, new URL(address, request.url), done);
  return setCookie('done', `${done}.${seal.toString('base64url')}`, https, seconds);
}

/** What the page at this address says was just done, by whoever has this session; null where nothing was. */
export function readFlash(request: Request, https: boolean): Done | null {
  const token = readSessionToken(request, https);
  const [done = '', written = ''] = readCookie(request, 'done', https)?.split('.') ?? [];
  if (token === null || !isDone(done)) return null;
  const given = Buffer.from(written, 'base64url');
  const seal = sealOf(token, new URL(request.url), done);
  return given.length === seal.length && timingSafeEqual(given, seal) ? done : null;
}

function sealOf(token: string, { pathname, search }: URL, done: Done): Buffer {
  return createHmac('sha256', token).update(`${pathname}${search}\n${done}`).digest();
}
