import { portalContext } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/theme.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

/** The force's colour, as the custom properties that govuk-frontend reads. The pack's schema has checked the value. */
export function loader({ context }: Route.LoaderArgs) {
  const { colour } = context.get(portalContext).force.force;
  const css = `:root{--govuk-brand-colour:${colour}}\n`;
  return new Response(css, {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=300' },
  });
}
