import type { Actor } from '#app/domain/kernel/actor.ts';
import { may } from '#app/domain/kernel/permissions.ts';
import type { RouteHandle } from './route-handle.ts';

export type Entry = 'enter' | 'sign_in' | 'not_found';

/**
 * Whether this person may enter a route, by its handle. A route they may not know of looks as if it did not exist. What
 * a person sees behind the door is decided again by the use case.
 */
export function mayEnter(handle: RouteHandle | null, actor: Actor | null): Entry {
  if (handle === null) return 'not_found';
  if (handle.access === 'anyone') return 'enter';
  if (!actor) return 'sign_in';
  return handle.access === 'signed_in' || may(actor, handle.access) ? 'enter' : 'not_found';
}
