import { knownDays } from '#app/domain/people/accounts/known-device.ts';

/** The cookie by which a browser shows that accounts have signed in with it. It opens nothing. */
export function deviceCookieName(https: boolean): string {
  return https ? '__Host-portal-device' : 'portal-device';
}

/** What the browser keeps, as it came: whoever reads it checks it. Longer than any that the portal makes is nothing. */
export function readDevice(request: Request, https: boolean): string | null {
  const name = deviceCookieName(https);
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value && value.length <= 400) return value;
  }
  return null;
}

export function setDeviceCookie(device: string, https: boolean): string {
  const seconds = knownDays * 24 * 60 * 60;
  return `${deviceCookieName(https)}=${device}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${https ? '; Secure' : ''}`;
}

export function clearDeviceCookie(https: boolean): string {
  return `${deviceCookieName(https)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${https ? '; Secure' : ''}`;
}
