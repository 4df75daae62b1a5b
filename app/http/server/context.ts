import { link } from '../link.ts';
import { createContext, redirect, type RouterContextProvider } from 'react-router';
import type { Actor } from '#app/domain/kernel/actor.ts';
import type { RelyingParty } from '#app/domain/people/factors/passkeys.server.ts';
import type { SignedIn } from '#app/domain/people/accounts/session.server.ts';
import type { SessionEnd } from '#app/domain/people/accounts/session-times.ts';
import { ctxOfNobody, type Ctx, type PublicCtx } from '#app/domain/kernel/context.ts';
import type { Draft, DraftRow } from '#app/domain/intake/drafts/drafts.server.ts';
import { depotOf as depotOfPortal, type Depot } from '#app/domain/intake/attachments/depot.ts';
import type { Portal } from '#app/portal.ts';
import type { FormState } from '#app/ui/layout/Form.tsx';
import type { Done } from '../forms/done.ts';
import type { Failure } from './failure.ts';
import type { RouteHandle } from './route-handle.ts';
import type { SiteMap } from './site-map.ts';

/** What one request carries from the server to loaders and actions. */
export type RequestFacts = {
  id: string;
  /** For script tags of this response only. */
  nonce: string;
  /** The network address of the other side, for limits only: never logged, never stored in clear. */
  address: string;
};

export const portalContext = createContext<Portal>();
export const requestContext = createContext<RequestFacts>();
export const actorContext = createContext<Actor | null>(null);
/** The pack in force, by its hash, as the statement that found the session named it. */
export const packHashContext = createContext<string | null>(null);
/** How the session of whoever is signed in ends. */
export const sessionEndContext = createContext<SessionEnd | null>(null);
/** How far the session of whoever is signed in reaches, and what they owe. `reports`: they may send reports, once it is whole. */
export const reachContext = createContext<
  Pick<SignedIn, 'standing' | 'needsFactor' | 'provedLately' | 'suspended'> & { reports: boolean }
>();
/** Whether whoever is signed in has switched on single keys for triage. */
export const keysContext = createContext(false);
/** Whether whoever is signed in is still shown the hints for the first time. */
export const hintsContext = createContext(false);
/** The pattern of the route that was asked for, such as "/submissions/:id": what logs name instead of an address. */
export const routeContext = createContext('none');

/** What whoever is signed in just did, which this page says once. */
export const doneContext = createContext<Done | null>(null);

/** What this request failed with, where the person is told of it: the first failure, of whatever part. */
export const failureContext = createContext<Failure | null>(null);

/** What was posted, as far as it may be sent back: a failure gives it back. Null where nothing was. */
export const postedContext = createContext<FormState['values'] | null>(null);

/**
 * The draft of the address as it was read with whoever asks; `row` is null where they have none of its id. `posted`: before
 * a form was carried out, so that the page which is shown again does not show it.
 */
export const draftRowContext = createContext<{ row: DraftRow | null; posted: boolean } | null>(null);

/** The draft that a form is posted to, once it was read. */
export const draftContext = createContext<Draft | null>(null);

/** What the matched route says of itself, as the guard found it; null before the guard and where no route matches. */
export const handleContext = createContext<RouteHandle | null>(null);
/** Every route of the portal. */
export const siteContext = createContext<SiteMap>();

type Args = { context: Readonly<RouterContextProvider> };

/** The context of a use case before or without sign-in. */
export const publicCtx = ({ context }: Args): PublicCtx =>
  ctxOfNobody(context.get(portalContext), context.get(requestContext).id);

/** What use cases on files need besides. */
export function depotOf({ context }: Args): Depot {
  return depotOfPortal(context.get(portalContext));
}

/** The context of a use case for whoever is signed in. Fails closed: without an actor there is no context. */
export function ctxOf(args: Args): Ctx {
  const actor = args.context.get(actorContext);
  if (!actor) throw redirect(link('identity/sign-in'));
  return { ...publicCtx(args), actor, packHash: args.context.get(packHashContext) };
}

/** For whom passkeys are made: the portal at its address. */
export function relyingPartyOf({ context }: Args): RelyingParty {
  const { config, force } = context.get(portalContext);
  return { name: `${force.force.name} partner portal`, origin: config.portalUrl };
}
