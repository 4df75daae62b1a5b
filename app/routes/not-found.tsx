import { NotFound } from '#app/domain/kernel/failures.ts';
import { failureContext } from '#app/http/server/context.ts';
import type { Route } from './+types/not-found.ts';

/** Tells that there is nothing here, or the failure of a route that has no page of its own. */
export function loader({ context }: Route.LoaderArgs) {
  throw context.get(failureContext) ?? new NotFound();
}

export function action() {
  throw new NotFound();
}

export default function NotFoundPage() {
  return null;
}
