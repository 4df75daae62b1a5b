/**
/**
 * Every cookie that the portal sets: the token of a session; what shows that accounts have signed in with this browser, which
 * opens nothing; what was just done (`app/http/forms/flash.ts`); and by what an answer of the force's directory is known, while
 * somebody signs in there. No script reads them. The page of cookies lists them with words for each, the way out clears them,
 * and the tests take no other from any answer.
 */
export const cookies = ['session', 'device', 'done', 'sign-on'] as const;
export type Cookie = (typeof cookies)[number];

/** Under TLS the browser itself binds each to this host. */
export function cookieName(cookie: Cookie, https: boolean): string {
  return `${https ? '__Host-' : ''}portal-${cookie}`;
}

/** What the browser keeps, as it came: whoever reads it checks it. Longer than any that the portal makes is nothing. */
export function readCookie(request: Request, cookie: Cookie, https: boolean): string | null {
  const name = cookieName(cookie, https);
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value && value.length <= 400) return value;
  }
  return null;
}

export function readSessionToken(request: Request, https: boolean): string | null {
  const token = readCookie(request, 'session', https);
  return token !== null && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null;
}

/** Without `seconds` the browser forgets it at its end; a session's own times decide before that. */
export function setCookie(cookie: Cookie, value: string, https: boolean, seconds?: number): string {
  return [
    `${cookieName(cookie, https)}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(seconds === undefined ? [] : [`Max-Age=${seconds}`]),
    ...(https ? ['Secure'] : []),
  ].join('; ');
}

export function clearCookie(cookie: Cookie, https: boolean): string {
  return setCookie(cookie, '', https, 0);
}
