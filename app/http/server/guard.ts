import { link } from '../link.ts';
import { redirect, type MiddlewareFunction, type Params } from 'react-router';
import { draftOfWriter, type DraftRow } from '#app/domain/intake/drafts/drafts.server.ts';
import { isId } from '#app/domain/kernel/id.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { currentForce } from '#app/domain/force/current-force.server.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { may } from '#app/domain/kernel/permissions.ts';
import {
  resolveSession,
  wasOnSharedComputer,
  type SignedIn,
} from '#app/domain/people/accounts/session.server.ts';
import type { Portal } from '#app/portal.ts';
import { mayEnter } from './access.ts';
import type { RouteHandle } from './route-handle.ts';
import {
  actorContext,
  doneContext,
  draftRowContext,
  handleContext,
  hintsContext,
  keysContext,
  packHashContext,
  portalContext,
  postedContext,
  publicCtx,
  reachContext,
  routeContext,
  sessionEndContext,
  siteContext,
} from './context.ts';
import { unreadForm } from '../forms/unread-form.ts';
import { readFlash } from '../forms/flash.ts';
import { clearCookie, readSessionToken } from '../session/cookies.ts';

/**
 * Runs before every loader and action: finds out who is asking and whether they may enter. It reads the route's
 * pattern, never the address, so that no way of writing an address changes the answer.
 */
export const guard: MiddlewareFunction<Response> = async (args, next) => {
  const { request, context, pattern, params, url } = args;
  const { config } = context.get(portalContext);
  const route = `/${pattern.replace(/^\//, '')}`;
  const handle = context.get(siteContext).handleOf(route);
  context.set(handleContext, handle);
  const token = handle?.sessionless ? null : readSessionToken(request, config.https);
  const background = handle?.background ?? false;
  const draftId = params.draftId && isId<'Draft'>(params.draftId) ? params.draftId : null;
  const beside = draftId ? draftOfWriter(draftId, Prisma.sql`a.id`) : undefined;
  const signedIn = await whoAsks(args, token, { background, factors: config.secondFactor, beside });
  const row = (signedIn?.beside ?? null) as DraftRow | null;
  if (draftId) context.set(draftRowContext, { row, posted: request.method === 'POST' });
  const actor = reaching(signedIn, handle);
  context.set(actorContext, actor);
  if (signedIn && actor) {
    const reports = may(signedIn, 'reports.write');
    const { standing, needsFactor, provedLately, suspended } = signedIn;
    context.set(reachContext, { standing, needsFactor, provedLately, suspended, reports });
  }
  const packHash = actor?.packHash ?? null;
  context.set(packHashContext, packHash);
  if (!handle?.sessionless) await followSettings(context.get(portalContext), packHash);
  context.set(sessionEndContext, actor?.sessionEnd ?? null);
  context.set(keysContext, actor?.keyboardTriage ?? false);
  context.set(hintsContext, actor?.hints ?? false);
  context.set(routeContext, route);
  const entry = mayEnter(handle, actor);
  if (entry === 'not_found') throw new NotFound();
  if (Object.entries(params).some(([name, value]) => name.endsWith('Id') && !belongs(name, value)))
    throw new NotFound();
  if (entry === 'sign_in' && signedIn?.suspended) throw redirect(link('identity/suspended'));
  if (entry === 'sign_in' && signedIn)
    throw wayBy(request, url, { page: 'identity/confirm', keep: 'identity/confirm' });
  if (entry === 'sign_in') {
    const shared =
      token !== null && request.method === 'POST' && (await wasOnSharedComputer(publicCtx(args), token));
    throw wayBy(request, url, { page: 'identity/sign-in', keep: shared ? null : 'identity/kept-form' });
  }
  if (asksForProof(handle, params) && !actor?.provedLately)
    throw wayBy(request, url, { page: 'identity/confirm', keep: 'identity/confirm' });
  const done = request.method === 'GET' && !background ? readFlash(request, config.https) : null;
  context.set(doneContext, done);
  const answer = await next();
  if (done !== null) answer.headers.append('Set-Cookie', clearCookie('done', config.https));
  return answer;
};

/** Milliseconds for which visitors read what was in force; whoever is signed in reads what is, and from memory. */
const visitorsLag = 60_000;

/** Has the portal say what is in force of the settings. Without a database it goes on saying what it did. */
async function followSettings(portal: Portal, packHash: string | null): Promise<void> {
  const now = portal.realTime.now().getTime();
  if (packHash === null && now - portal.forceReadAt < visitorsLag) return;
  portal.forceReadAt = now;
  portal.force = await currentForce(portal.db, { packHash }).catch(() => portal.force);
}

/**
 * Who acts on a page. A session that is not whole (decision 0071) is nobody's, save on the pages that lead to its second
 * factor, where it brings no role, and on the one that sends a report about danger, where it brings a reporter's alone. Nor
 * is that of whoever belongs to a suspended organisation (decision 0079).
 */
function reaching(signedIn: SignedIn | null, handle: RouteHandle | null): SignedIn | null {
  if (!signedIn || (signedIn.standing === 'whole' && !signedIn.suspended)) return signedIn;
  switch (handle?.beforeSecondFactor) {
    case 'always':
      return { ...signedIn, roles: [] };
    case 'first_factor':
      return signedIn.standing === 'first_factor' ? { ...signedIn, roles: [] } : null;
    case 'danger':
      return { ...signedIn, roles: signedIn.roles.filter(({ role }) => role === 'reporter') };
    case undefined:
      return null;
  }
}

const asksForProof = (handle: RouteHandle | null, params: Params): boolean =>
  typeof handle?.recentProof === 'function' ? handle.recentProof(params) : (handle?.recentProof ?? false);

/** Without a database nobody is known, and a form is read first, so that it can be given back. */
async function whoAsks(
  args: Parameters<typeof guard>[0],
  token: string | null,
  asked: Parameters<typeof resolveSession>[2],
) {
  try {
    return token ? await resolveSession(publicCtx(args), token, asked) : null;
  } catch (failure) {
    if (args.request.method === 'POST') args.context.set(postedContext, await unreadForm(args.request));
    throw failure;
  }
}

/** A parameter that names a row is a UUID; `pageId` and `sectionId` name parts of the form. Nothing else reaches a query. */
function belongs(name: string, value: string | undefined): boolean {
  const shape =
    name === 'pageId' || name === 'sectionId'
      ? /^[a-z][a-z0-9-]{0,60}$/
      : /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  return shape.test(value ?? '');
}

/**
 * After sign-in, or after the proof of who they are, a page that was asked for is shown. A form that was posted keeps its
 * body: 307 has the browser post it again to a page that gives it back afterwards, so that nothing typed is lost. A file
 * does not travel twice: it is chosen again. `keep` is null where nothing is kept: on a shared computer that is left.
 */
function wayBy(
  request: Request,
  url: URL,
  { page, keep }: { page: WayPage; keep: WayPage | null },
): Response {
  const next = `${url.pathname}${url.search}`;
  const withFile = request.headers.get('content-type')?.startsWith('multipart/') ?? false;
  if (request.method === 'POST' && !withFile && keep !== null) return redirect(link(keep, {}, { next }), 307);
  return redirect(link(page, {}, { next: url.pathname === link('home') ? null : next }));
}

type WayPage = 'identity/sign-in' | 'identity/kept-form' | 'identity/confirm';
