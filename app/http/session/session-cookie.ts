/** The one cookie of the portal: the token of a session. Under TLS the browser itself binds it to this host. */
export function sessionCookieName(https: boolean): string {
  return https ? '__Host-portal-session' : 'portal-session';
}

export function readSessionToken(request: Request, https: boolean): string | null {
  const name = sessionCookieName(https);
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value && /^[A-Za-z0-9_-]{43}$/.test(value)) return value;
  }
  return null;
}

/** No expiry: the browser forgets it at its end, and the session's own times decide before that. */
export function setSessionCookie(token: string, https: boolean): string {
  return `${sessionCookieName(https)}=${token}; Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
}

export function clearSessionCookie(https: boolean): string {
  return `${sessionCookieName(https)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${https ? '; Secure' : ''}`;
}
