import { NotFound } from '#app/domain/kernel/failures.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

/** Tells that there is nothing here; for a route that has no page of its own the handler tells its failure here. */
export function loader() {
  throw new NotFound();
}

export function action() {
  throw new NotFound();
}

export default function NotFoundPage() {
  return null;
}
