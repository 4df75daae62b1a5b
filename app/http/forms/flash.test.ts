import { describe, expect, it } from 'vitest';
import { Flash, flashCookie, readFlash } from './flash.ts';

const token = 'a'.repeat(43);
const page = '/plan/PCC%201.4.1?view=all';

const request = (address: string, cookies: Record<string, string>) =>
  new Request(`http://portal.example${address}`, {
    headers: { cookie: Object.entries(cookies).map(([name, value]) => `${name}=${value}`).join('; ') }, // prettier-ignore
  });

/** What the browser keeps after a form of this session was sent. */
function kept(address: string, session = token): string {
  const posted = request('/plan/PCC%201.4.1/status', { 'portal-session': session });
  const cookie = flashCookie(posted, new Flash(address, 'status-set'), false) ?? '';
  return /^portal-done=([^;]+);/.exec(cookie)?.[1] ?? '';
}

const told = (address: string, done: string, session = token) =>
  readFlash(request(address, { 'portal-session': session, 'portal-done': done }), false);

describe('what was just done', () => {
  it('is told by the page that the form led to, to whom did it', () => {
    expect(told(page, kept(page))).toBe('status-set');
    expect(told(page, kept(`${page}#tasks`))).toBe('status-set');
  });

  it('is told by no other page', () => {
    expect(told('/plan/PCC%201.4.2?view=all', kept(page))).toBeNull();
    expect(told('/plan/PCC%201.4.1', kept(page))).toBeNull();
  });

  it('is told to nobody else in the same browser', () => {
    expect(told(page, kept(page), 'b'.repeat(43))).toBeNull();
    expect(readFlash(request(page, { 'portal-done': kept(page) }), false)).toBeNull();
  });

  it('cannot be made up', () => {
    const [, seal = ''] = kept(page).split('.');
    for (const done of [
      'owner-named',
      'status-set',
      `owner-named.${seal}`,
      `status-set.${seal}A`,
      `x.${seal}`,
    ])
      expect([done, told(page, done)]).toEqual([done, null]);
  });

  it('is kept for two minutes, out of the reach of scripts, and bound to the host under TLS', () => {
    const posted = request('/duty/new', { '__Host-portal-session': token });
    expect(flashCookie(posted, new Flash('/duty', 'duty-entered'), true)).toMatch(
      /^__Host-portal-done=duty-entered\.[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=120; Secure$/,
    );
  });

  it('is told to nobody who is not signed in', () => {
    expect(flashCookie(request('/sign-in', {}), new Flash('/', 'added'), false)).toBeNull();
  });
});
