import { z } from 'zod';
import type { RouterContextProvider } from 'react-router';
import { signIn, type SignedIn } from '#app/domain/people/accounts/sign-in.server.ts';
import { knownDays } from '#app/domain/people/accounts/known-device.ts';
import { portalContext, publicCtx, requestContext } from '../server/context.ts';
import { secret, tick } from '#app/domain/kernel/fields.ts';
import { readCookie, readSessionToken, setCookie } from '../session/cookies.ts';

/** The fields of signing in, as the sign-in pages post them. */
export const signInForm = z.object({
  email: z.string().refine((email) => email.trim() !== '', 'Enter your email address'),
  password: secret('Enter your password'),
  shared: tick(),
});

type Args = { request: Request; context: Readonly<RouterContextProvider> };

/** Signs in from this browser. The cookies go out with `headers`. @throws Invalid, RateLimited */
export async function signInHere(
  args: Args,
  { email, password, shared }: z.output<typeof signInForm>,
): Promise<SignedIn & { headers: Headers }> {
  const { https } = args.context.get(portalContext).config;
  const signedIn = await signIn(publicCtx(args), {
    email,
    password,
    sharedComputer: shared,
    address: args.context.get(requestContext).address,
    previousToken: readSessionToken(args.request, https),
    device: readCookie(args.request, 'device', https),
    userAgent: args.request.headers.get('user-agent') ?? '',
  });
  const headers = new Headers([['Set-Cookie', setCookie('session', signedIn.token, https)]]);
  const deviceSeconds = knownDays * 24 * 60 * 60;
  if (signedIn.device !== null)
    headers.append('Set-Cookie', setCookie('device', signedIn.device, https, deviceSeconds));
  return { ...signedIn, headers };
}
