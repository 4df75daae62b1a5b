import { redirect, type RouterContextProvider } from 'react-router';
import { DirectoryFailure, type Directory, type PendingSignOn } from '#app/platform/directory/directory.ts';
import type { SignOnRefusal } from '#app/domain/audit/events.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { proveByDirectory } from '#app/domain/people/sign-on/prove-by-directory.server.ts';
import { signInByDirectory } from '#app/domain/admin/sign-on/sign-in-by-directory.server.ts';
import { endByProvider } from '#app/domain/admin/sign-on/end-sign-on.server.ts';
import { link } from '../link.ts';
import { actorContext, ctxOf, portalContext, publicCtx } from '../server/context.ts';
import { safeNext } from '../server/safe-next.ts';
import { clearCookie, readCookie, readSessionToken, setCookie } from './cookies.ts';

type Args = { request: Request; context: Readonly<RouterContextProvider> };

/** How long somebody may take at the provider. Seconds. */
const pendingSeconds = 30 * 60;
/** A cookie is short; an address that does not fit is forgotten, and home is shown. */
const longestNext = 180;

/** What the browser was sent away for. */
const signingIn = 'sign-in';
const proving = 'prove';

/** @throws NotFound where police sign in on the portal, as partners do */
export function directoryOf({ context }: Pick<Args, 'context'>): Directory {
  const { directory } = context.get(portalContext);
  if (!directory) throw new NotFound();
  return directory;
}

/**
 * Sends the browser to the provider, to come back to `next`; `prove`: whoever is signed in shows anew who they are. What
 * failed is given as a refusal, for its page.
 */
export async function sendToDirectory(
  args: Args,
  { next, prove }: { next: string; prove: boolean },
): Promise<SignOnRefusal> {
  const { config } = args.context.get(portalContext);
  try {
    const { address, pending } = await directoryOf(args).begin(prove);
    const { state, nonce, verifier } = pending;
    const kept = Buffer.from(next.length > longestNext ? '/' : next).toString('base64url');
    const parts = [prove ? proving : signingIn, state, nonce, verifier, kept];
    const cookie = setCookie('sign-on', parts.join('.'), config.https, pendingSeconds);
    throw redirect(address, { headers: { 'Set-Cookie': cookie } });
  } catch (failure) {
    return refusalOf(args, failure);
  }
}

/** Signs in whoever comes back from the provider, or takes their proof, and shows what they wanted. Otherwise gives why not. */
export async function comeFromDirectory(args: Args): Promise<SignOnRefusal> {
  const { config } = args.context.get(portalContext);
  const pending = pendingOf(args);
  if (!pending) return 'invalid';
  try {
    const signedOn = await directoryOf(args).finish(new URL(args.request.url).search, pending);
    if (pending.prove) {
      const refused = args.context.get(actorContext)
        ? await proveByDirectory(ctxOf(args), signedOn.person)
        : 'stale';
      if (refused !== null) return refused;
      throw redirect(pending.next, { headers: { 'Set-Cookie': clearCookie('sign-on', config.https) } });
    }
    const outcome = await signInByDirectory(publicCtx(args), signedOn, {
      previousToken: readSessionToken(args.request, config.https),
      userAgent: args.request.headers.get('user-agent') ?? '',
    });
    if ('refused' in outcome) return outcome.refused;
    const headers = new Headers([['Set-Cookie', setCookie('session', outcome.token, config.https)]]);
    headers.append('Set-Cookie', clearCookie('sign-on', config.https));
    throw redirect(pending.next, { headers });
  } catch (failure) {
    return refusalOf(args, failure);
  }
}

/** Where the provider signs people out of itself, to come back to the sign-in page; null where it does not, or is away. */
export async function providerSignOut(args: Pick<Args, 'context'>): Promise<string | null> {
  const { config } = args.context.get(portalContext);
  try {
    return await directoryOf(args).signOutAddress(`${config.portalUrl}${link('identity/sign-in')}`);
  } catch (failure) {
    if (failure instanceof DirectoryFailure) return null;
    throw failure;
  }
}

/** Takes the provider's word that somebody signed out there. Gives the status that it is answered with. */
export async function takeSignOut(args: Args, token: string): Promise<200 | 400 | 503> {
  try {
    const told = await directoryOf(args).readSignOut(token);
    if (told === null) return 400;
    await endByProvider(publicCtx(args), told);
    return 200;
  } catch (failure) {
    // Its keys cannot be read now: it may call again.
    if (failure instanceof DirectoryFailure) return 503;
    throw failure;
  }
}

function refusalOf(args: Args, failure: unknown): SignOnRefusal {
  if (!(failure instanceof DirectoryFailure)) throw failure;
  args.context.get(portalContext).log.warn({ err: failure }, 'sign-in with the directory failed');
  return failure.why;
}

type Pending = PendingSignOn & { prove: boolean; next: string };

function pendingOf({ request, context }: Args): Pending | null {
  const cookie = readCookie(request, 'sign-on', context.get(portalContext).config.https);
  const [, wish, state, nonce, verifier, next] =
    /^([a-z-]+)\.([\w-]{43})\.([\w-]{43})\.([\w-]{43})\.([\w-]*)$/.exec(cookie ?? '') ?? [];
  if (!state || !nonce || !verifier || next === undefined) return null;
  const wanted = safeNext(Buffer.from(next, 'base64url').toString('utf8'));
  return { state, nonce, verifier, prove: wish === proving, next: wanted };
}
