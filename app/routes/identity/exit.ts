import { redirect } from 'react-router';
import { signOut } from '#app/domain/people/accounts/session.server.ts';
import { actorContext, ctxOf, portalContext } from '#app/http/server/context.ts';
import { clearSiteData } from '#app/http/server/security-headers.ts';
import { clearCookie, cookies } from '#app/http/session/cookies.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/exit.ts';

export const handle = { access: 'anyone', beforeSecondFactor: 'always' } satisfies RouteHandle;

/**
 * The way out at once: ends the session and leaves for the everyday page that the force's pack names. A link, since it
 * must work without scripts; whoever tricks a person into opening it has signed them out and nothing more. What was
 * saved stays.
 */
export async function loader(args: Route.LoaderArgs) {
  const { config, force } = args.context.get(portalContext);
  if (args.context.get(actorContext)) await signOut(ctxOf(args));
  const headers = new Headers([
    clearSiteData,
    ...cookies.map((cookie): [string, string] => ['Set-Cookie', clearCookie(cookie, config.https)]),
    // The site that is opened is not told where the person came from.
    ['Referrer-Policy', 'no-referrer'],
  ]);
  throw redirect(force.exit.url, { headers });
}
