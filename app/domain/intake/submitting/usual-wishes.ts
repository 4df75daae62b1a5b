import type { Posted } from '../../form/read-posted.ts';
import { said } from '../../form/said.ts';
import type { Draft } from '../drafts/drafts.server.ts';
import { sourceSaid } from '../sources/source-said.ts';

/**
 * What the page of sending holds before anything was posted: the site at which the reporter works, and, where they saw it
 * themselves, their usual wishes about sharing. Who says nothing in their account has the most careful ones. What somebody
 * else told is asked of each report anew.
 */
export function usualWishes({ definition, answers, siteId, madeBy, enteredFor }: Draft): {
  values: Posted;
  /** Whether they are the reporter's own, which they only confirm. */
  own: boolean;
} {
  const { meanings } = definition;
  const own = enteredFor === null && sourceSaid(said(definition, answers)).kind === 'self';
  const proposed = [
    [meanings['partner.site'], siteId],
    [meanings['sharing.limit'], own ? (madeBy?.sharingLimit ?? 'police_only') : null],
    [meanings['sharing.callFirst'], own ? ((madeBy?.callFirst ?? true) ? 'yes' : 'no') : null],
  ] as const;
  return {
    values: Object.fromEntries(proposed.flatMap(([id, value]) => (id && value ? [[id, value]] : []))),
    own,
  };
}
