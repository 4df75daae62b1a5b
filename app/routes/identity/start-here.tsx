import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { redirect } from 'react-router';
import { endHints } from '#app/domain/people/accounts/first-hints.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/start-here.ts';

export const handle = { access: 'signed_in' } satisfies RouteHandle;

/** The hints stand on the page where a person starts. */
export function loader() {
  throw redirect(link('home'));
}

/** Takes the hints away for good. */
export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => {
  await endHints(ctxOf(args));
  throw redirect(link('home'), 303);
});

/** Never shown. A route without a page would answer a refusal without the frame, and so tell it from an unknown address. */
export default function StartHere() {
  return null;
}
