import type { RouteHandle } from '#app/http/server/route-handle.ts';

export const handle = { access: 'anyone', sessionless: true } satisfies RouteHandle;

/** The process answers; nothing else is asked. */
export function loader() {
  return Response.json({ status: 'ok' });
}
