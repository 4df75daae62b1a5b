import type { RouterContextProvider } from 'react-router';
import { handleContext, portalContext } from './context.ts';

/**
 * The protective marking of the file that a route gives, in the force's words.
 * @throws Error where the route names none: nothing leaves unmarked by oversight
 */
export function markingOf({ context }: { context: Readonly<RouterContextProvider> }): string {
  const kind = context.get(handleContext)?.marking;
  if (!kind) throw new Error('The route of a marked file names no marking.');
  return context.get(portalContext).force.force.markings[kind];
}
