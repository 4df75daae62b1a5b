import type { SignedIn, SignInInput } from '#app/domain/people/accounts/sign-in.server.ts';
import { setDeviceCookie } from '../session/device-cookie.ts';
import type { FieldError } from './form-state.ts';
import { setSessionCookie } from '../session/session-cookie.ts';

/** The fields of signing in, as the sign-in pages post them. */
export const signInFields = ['email', 'password', 'shared'] as const;

/** What is missing, as keys of the message catalogue. */
export function missingInSignIn(get: (name: string) => string): FieldError[] {
  const missing: FieldError[] = [];
  if (!get('email').trim()) missing.push({ field: 'email', message: 'identity.signIn.emailMissing' });
  if (!get('password')) missing.push({ field: 'password', message: 'identity.signIn.passwordMissing' });
  return missing;
}

export function signInInput(
  get: (name: string) => string,
  request: { address: string; previousToken: string | null; device: string | null },
): SignInInput {
  return {
    email: get('email'),
    password: get('password'),
    sharedComputer: get('shared') === 'yes',
    ...request,
  };
}

/** The cookies of who has just signed in. */
export function signedInHeaders({ token, device }: SignedIn, https: boolean): Headers {
  const headers = new Headers([['Set-Cookie', setSessionCookie(token, https)]]);
  if (device !== null) headers.append('Set-Cookie', setDeviceCookie(device, https));
  return headers;
}
