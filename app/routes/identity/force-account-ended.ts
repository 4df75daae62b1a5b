import { readPairs } from '#app/http/forms/read-form.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { directoryOf, takeSignOut } from '#app/http/session/sign-on.ts';
import type { Route } from './+types/force-account-ended.ts';

export const handle = { access: 'anyone', sessionless: true } satisfies RouteHandle;

const tokenBytes = 16 * 1024;

/** What the provider itself calls when somebody has signed out there, or was (OpenID Connect Back-Channel Logout 1.0). */
export async function action(args: Route.ActionArgs) {
  directoryOf(args);
  const posted = await readPairs(args.request, { bytes: tokenBytes });
  const token = posted.find(([name]) => name === 'logout_token')?.[1] ?? '';
  return new Response(null, { status: await takeSignOut(args, token) });
}
