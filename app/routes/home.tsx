import { redirect } from 'react-router';
import { actorContext } from '#app/http/context.ts';
import { startOf } from '#app/http/navigation.ts';
import type { Route } from './+types/home.ts';

/** Everybody starts where their work is. */
export function loader({ context }: Route.LoaderArgs) {
  const actor = context.get(actorContext);
  throw redirect(actor ? startOf(actor) : '/sign-in');
}
