import { redirect } from 'react-router';
import { actorContext } from '#app/http/context.ts';
import { startOf } from '#app/http/navigation.ts';
import type { Route } from './+types/home.ts';

/** Everybody starts where their work is. */
export function loader({ context }: Route.LoaderArgs) {
  const actor = context.get(actorContext);
  throw redirect(actor ? startOf(actor) : '/sign-in');
}

/** Never shown. A route without a page would answer a refusal without the frame, and so tell it from an unknown address. */
export default function Home() {
  return null;
}
