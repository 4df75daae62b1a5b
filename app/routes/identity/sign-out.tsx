import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { redirect } from 'react-router';
import { signOut } from '#app/domain/people/accounts/session.server.ts';
import { ctxOf, portalContext } from '#app/http/server/context.ts';
import { clearPages } from '#app/http/server/security-headers.ts';
import { clearCookie } from '#app/http/session/cookies.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/sign-out.ts';

export const handle = { access: 'signed_in', beforeSecondFactor: 'always' } satisfies RouteHandle;

export function loader() {
  throw redirect(link('home'));
}

export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => {
  const by = await signOut(ctxOf(args));
  const headers = new Headers([
    clearPages,
    ['Set-Cookie', clearCookie('session', args.context.get(portalContext).config.https)],
  ]);
  throw redirect(link(by === 'single_sign_on' ? 'identity/signed-out' : 'identity/sign-in'), { headers });
});

/** Never shown. A route without a page would answer a refusal without the frame, and so tell it from an unknown address. */
export default function SignOut() {
  return null;
}
