import { data } from 'react-router';
import { link } from '#app/http/link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { comeFromDirectory, directoryOf } from '#app/http/session/sign-on.ts';
import { NotSignedIn, statusOf } from './NotSignedIn.tsx';
import type { Route } from './+types/force-account-return.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

/** Where the provider sends people back to, with an answer that works once. */
export async function loader(args: Route.LoaderArgs) {
  directoryOf(args);
  const refused = await comeFromDirectory(args);
  return data({ refused }, { status: statusOf(refused) });
}

export default function ForceAccountReturn({ loaderData }: Route.ComponentProps) {
  return <NotSignedIn refused={loaderData.refused} again={link('identity/force-account')} />;
}
