import { link } from '../link.ts';
import type { RouterContextProvider } from 'react-router';
import type { RequestFrame } from '#app/ui/layout/request-frame.ts';
import {
  actorContext,
  doneContext,
  handleContext,
  keysContext,
  portalContext,
  requestContext,
  sessionEndContext,
} from './context.ts';
import { listOf } from '../list-address.ts';
import { may } from '#app/domain/kernel/permissions.ts';
import { messagesOf } from '../messages.ts';
import { doneWords } from '../forms/done.ts';
import { navigationOf } from './navigation.ts';

/**
 * The frame of the page that answers this request: made from what the guard found out, not from a loader that may fail.
 * A page that says that something failed shows nothing that is marked.
 */
export function requestFrame(
  context: Readonly<RouterContextProvider>,
  url: URL,
  failed: boolean,
): Omit<RequestFrame, 'failure'> {
  const portal = context.get(portalContext);
  const actor = context.get(actorContext);
  const handle = context.get(handleContext);
  const done = context.get(doneContext);
  return {
    nonce: context.get(requestContext).nonce,
    locale: portal.locale,
    force: {
      ...portal.force.force,
      emergency: portal.force.emergency,
      signposts: portal.force.signposts,
    },
    singleSignOn: portal.directory !== null,
    demonstrationTime: portal.config.mode === 'demonstration' ? portal.clock.now().toISOString() : null,
    account: actor ? { name: actor.displayName, side: actor.side } : null,
    sessionEnd: context.get(sessionEndContext),
    keys: context.get(keysContext),
    exitHref: actor?.side === 'police' ? null : link('identity/exit'),
    navigation: navigationOf(actor, url.pathname, handle?.section),
    marking: failed ? null : (handle?.marking ?? null),
    list: listOf(url),
    searchHref: actor && may(actor, 'triage.work') && handle?.section !== 'search' ? link('search') : null,
    done: failed || done === null ? null : doneWords(done, messagesOf({ context })),
  };
}
