import { data, redirect } from 'react-router';
import { link } from '#app/http/link.ts';
import { actorContext } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { safeNext } from '#app/http/server/safe-next.ts';
import { directoryOf, sendToDirectory } from '#app/http/session/sign-on.ts';
import { NotSignedIn, statusOf } from './NotSignedIn.tsx';
import type { Route } from './+types/force-account.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

/** The way to the provider. A link and no form: a policy that lets forms go nowhere else stops those that lead there. */
export async function loader(args: Route.LoaderArgs) {
  directoryOf(args);
  const next = safeNext(args.url.searchParams.get('next'));
  const actor = args.context.get(actorContext);
  const prove = actor !== null && args.url.searchParams.get('prove') === 'yes';
  if (actor && !prove) throw redirect(next);
  const refused = await sendToDirectory(args, { next, prove });
  return data({ refused }, { status: statusOf(refused) });
}

export default function ForceAccount({ loaderData }: Route.ComponentProps) {
  return <NotSignedIn refused={loaderData.refused} again={link('identity/force-account')} />;
}
