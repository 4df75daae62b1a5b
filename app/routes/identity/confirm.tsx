import { z } from 'zod';
import { data, redirect } from 'react-router';
import { Invalid, RateLimited } from '#app/domain/kernel/failures.ts';
import { openKept, sealKept } from '#app/domain/people/accounts/kept-text.server.ts';
import { confirmsWithDirectory } from '#app/domain/people/sign-on/prove-by-directory.server.ts';
import { messagesOf } from '#app/http/messages.ts';
import { prove, waysToProve, type Proof } from '#app/domain/people/factors/prove.server.ts';
import { errorsOf, parsed } from '#app/http/forms/form-action.ts';
import { givenBack, keptAs } from '#app/http/forms/kept-as.ts';
import { keptFormBytes, readPairs } from '#app/http/forms/read-form.ts';
import { passwordNames } from '#app/http/forms/unread-form.ts';
import { link } from '#app/http/link.ts';
import { ctxOf, portalContext, reachContext, relyingPartyOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { safeNext } from '#app/http/server/safe-next.ts';
import { setCookie } from '#app/http/session/cookies.ts';
import type { FieldError } from '#app/ui/layout/Form.tsx';
import { sealedField, signedInStep, stepField } from '#app/ui/layout/KeptForOwner.tsx';
import { AfterSignIn } from './AfterSignIn.tsx';
import { ConfirmPage } from './ConfirmPage.tsx';
import type { Route } from './+types/confirm.ts';

export const handle = { access: 'signed_in', beforeSecondFactor: 'always' } satisfies RouteHandle;

const nextOf = ({ url }: { url: URL }) => safeNext(url.searchParams.get('next'));

/** Whoever owes nothing is not asked; who has to set up a second factor, and proved lately who they are, goes and does it. */
export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const to = nextOf(args);
  const { standing, provedLately, reports, suspended } = args.context.get(reachContext);
  if (suspended && args.request.method === 'GET') throw redirect(link('identity/suspended'));
  const setsUp = standing === 'first_factor' && provedLately;
  if (setsUp && args.request.method === 'GET') throw redirect(link('identity/factors', {}, { next: to }));
  return {
    to,
    standing,
    setsUp,
    ways: await waysToProve(ctx, relyingPartyOf(args)),
    withDirectory: standing === 'whole' && (await confirmsWithDirectory(ctx)),
    police: ctx.actor.side === 'police',
    mayTellDanger: standing !== 'whole' && reports,
  };
}

/** The step of a form says what is proved by. */
const withheld = (missing: string) => z.string().min(1, missing).meta({ withheld: true });
const forms = {
  password: z.object({ password: withheld('Enter your password') }),
  code: z.object({ code: withheld('Enter a code') }),
  passkey: z.object({ passkey: withheld('Press the button and confirm on your device') }),
};
const isStep = (step: string): step is keyof typeof forms => Object.hasOwn(forms, step);

/**
 * Whoever is signed in proves who they are, and goes back to where they were. A form that needs the proof comes here as it was
 * posted (307 by the guard), is sealed for them on this page, and given back with the button that sends it.
 */
export async function action(args: Route.ActionArgs) {
  const posted = await readPairs(args.request, { bytes: keptFormBytes });
  const to = nextOf(args);
  const ctx = ctxOf(args);
  const { accountId } = ctx.actor;
  const get = (name: string) => posted.find(([each]) => each === name)?.[1] ?? '';
  const asks = (sealed: string) => ({
    step: 'confirm' as const,
    sealed,
    values: {},
    errors: [],
    collision: null,
  });
  if (!posted.some(([name]) => name === stepField)) {
    const pairs = posted
      .filter(([name]) => !passwordNames.includes(name))
      .map(([name, value]): [string, string] => [name, value]);
    return asks(sealKept(ctx, accountId, { to, pairs }));
  }
  const sealed = get(sealedField);
  const step = get(stepField);
  const { standing, provedLately, suspended } = args.context.get(reachContext);
  const headers = new Headers();
  // What is owed may have been paid in another tab.
  if (standing !== 'whole' || !provedLately) {
    if (step === signedInStep) {
      const errors = [{ field: '', message: messagesOf(args).identity.confirm.notYet }];
      return data({ ...asks(sealed), errors }, { status: 422 });
    }
    if (!isStep(step)) return asks(sealed);
    const { input, refused } = parsed(forms[step], posted);
    const again = (errors: FieldError[], status: number, more: HeadersInit = {}) =>
      data({ step: 'confirm' as const, sealed, ...refused(errors) }, { status, headers: more });
    if (!input.success) return again(errorsOf(input.error), 422);
    try {
      const token = await prove(ctx, proofOf(args, step, get(step)));
      if (token !== null)
        headers.append(
          'Set-Cookie',
          setCookie('session', token, args.context.get(portalContext).config.https),
        );
    } catch (failure) {
      if (failure instanceof Invalid) return again(errorsOf(failure), 422);
      if (!(failure instanceof RateLimited)) throw failure;
      const retryAfter = { 'Retry-After': String(failure.retryAfterSeconds) };
      return again([{ field: '', message: failure.message }], 429, retryAfter);
    }
  }
  const kept = sealed === '' ? null : openKept(ctx, accountId, sealed);
  if (kept === null) throw redirect(to, { headers });
  // Nothing of it goes anywhere while their organisation is suspended, so it is shown to be kept elsewhere.
  const as = suspended ? 'undone' : standing === 'whole' ? 'proved' : keptAs(args, kept.to);
  return data(givenBack(kept, as), { headers });
}

function proofOf(args: Route.ActionArgs, by: keyof typeof forms, typed: string): Proof {
  if (by === 'passkey') return { by, posted: typed, party: relyingPartyOf(args) };
  return by === 'code' ? { by, code: typed } : { by, password: typed };
}

/** The browser is told when to come back. */
export const headers: Route.HeadersFunction = ({ actionHeaders }) => {
  const retryAfter = actionHeaders.get('Retry-After');
  return new Headers(retryAfter ? { 'Retry-After': retryAfter } : {});
};

export default function Confirm({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData?.step === 'ready') return <AfterSignIn {...actionData} />;
  return <ConfirmPage {...loaderData} sealed={actionData?.sealed ?? ''} />;
}
