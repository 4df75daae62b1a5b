import { link } from '#app/http/link.ts';
import { data, redirect } from 'react-router';
import { Invalid, RateLimited } from '#app/domain/kernel/failures.ts';
import { anybody, openKept, ownerOfSession, sealKept } from '#app/domain/people/accounts/kept-text.server.ts';
import { resolveSession } from '#app/domain/people/accounts/session.server.ts';
import { givenBack, keptAs, type KeptAs } from '#app/http/forms/kept-as.ts';
import { draftWriter } from '#app/domain/intake/drafts/draft-fate.server.ts';
import { actorContext, portalContext, publicCtx } from '#app/http/server/context.ts';
import { messagesOf } from '#app/http/messages.ts';
import { errorsOf, parsed } from '#app/http/forms/form-action.ts';
import { keptFormBytes, readPairs } from '#app/http/forms/read-form.ts';
import { passwordNames } from '#app/http/forms/unread-form.ts';
import { safeNext } from '#app/http/server/safe-next.ts';
import { signInForm, signInHere } from '#app/http/session/sign-in.ts';
import { readSessionToken } from '#app/http/session/cookies.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Form, type FieldError, type FormState } from '#app/ui/layout/Form.tsx';
import { AfterSignIn } from './AfterSignIn.tsx';
import { KeptForOwner, sealedField, signedInStep, stepField } from '#app/ui/layout/KeptForOwner.tsx';
import { EmergencyCall } from '#app/ui/layout/Emergency.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/kept-form.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

/** Nothing is kept for whoever only looks. Not in a loader: that runs after a post as well, as if it were a visit. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ request }) => {
    if (request.method !== 'POST') throw redirect(link('identity/sign-in'));
  },
];

/** What was typed: sealed until its owner has signed in, then in the fields of a form or in words. */
type Kept =
  | ({ step: 'sign_in'; as: Exclude<KeptAs, 'proved'>; to: string; sealed: string } & FormState)
  | { step: 'not_own'; to: string; sealed: string }
  | { step: 'owes'; to: string; sealed: string }
  | ReturnType<typeof givenBack>;

/**
 * Where a form goes that was posted after its session had ended. Its first visit brings the form as it was posted
 * (307 by the guard), which is sealed for whose session it was; its second signs in; then what the form is for says how
 * it goes on (`afterSessionEnd` of its route). Whoever else signs in is told that it is not theirs, and it stays on the
 * page for its owner.
 */
export async function action(args: Route.ActionArgs) {
  const posted = await readPairs(args.request, { bytes: keptFormBytes });
  const to = safeNext(args.url.searchParams.get('next'));
  const get = (name: string) => posted.find(([each]) => each === name)?.[1] ?? '';
  const ctx = publicCtx(args);
  if (!posted.some(([name]) => name === stepField)) {
    const owner = await ownerOf(args, to);
    const pairs = posted
      .filter(([name]) => !passwordNames.includes(name))
      .map(([name, value]): [string, string] => [name, value]);
    const sealed = sealKept(ctx, owner, { to, pairs });
    const blank = { values: {}, errors: [], collision: null };
    return data<Kept>({ step: 'sign_in', as: keptAs(args, to), to, sealed, ...blank });
  }
  const sealed = get(sealedField);
  if (get(stepField) === signedInStep) return goOnSignedIn(args, to, sealed);
  const { input, refused } = parsed(signInForm, posted);
  const again = (errors: FieldError[], status: number, headers: HeadersInit = {}) =>
    data<Kept>(
      { step: 'sign_in', as: keptAs(args, to), to, sealed, ...refused(errors) },
      { status, headers },
    );
  if (!input.success) return again(errorsOf(input.error), 422);
  try {
    const { accountId, token, headers } = await signInHere(args, input.data);
    const form = openKept(ctx, accountId, sealed);
    if (!form) return data<Kept>({ step: 'not_own', to, sealed }, { status: 403, headers });
    const factors = args.context.get(portalContext).config.secondFactor;
    const session = await resolveSession(ctx, token, { factors });
    // Nothing of it goes anywhere while their organisation is suspended, so it is shown to be kept elsewhere.
    const as = session?.suspended ? 'undone' : keptAs(args, form.to);
    const kept: Kept = session?.standing === 'whole' ? givenBack(form, as) : { step: 'owes', to, sealed };
    return data<Kept>(kept, { headers });
  } catch (failure) {
    if (failure instanceof RateLimited)
      return again([{ field: '', message: failure.message }], 429, {
        'Retry-After': String(failure.retryAfterSeconds),
      });
    if (!(failure instanceof Invalid)) throw failure;
    return again(errorsOf(failure), 422);
  }
}

/** Whoever has signed in with their force account, in another tab. */
function goOnSignedIn(args: Route.ActionArgs, to: string, sealed: string) {
  const actor = args.context.get(actorContext);
  if (!actor) {
    const errors = [{ field: '', message: messagesOf(args).identity.forceAccount.notYet }];
    const state = { values: {}, errors, collision: null };
    return data<Kept>({ step: 'sign_in', as: keptAs(args, to), to, sealed, ...state }, { status: 422 });
  }
  const form = openKept(publicCtx(args), actor.accountId, sealed);
  return data<Kept>(form ? givenBack(form, keptAs(args, form.to)) : { step: 'not_own', to, sealed }, {
    status: form ? 200 : 403,
  });
}

/** The browser is told when to come back. */
export const headers: Route.HeadersFunction = ({ actionHeaders }) => {
  const retryAfter = actionHeaders.get('Retry-After');
  return new Headers(retryAfter ? { 'Retry-After': retryAfter } : {});
};

/** Whose session ended; after a sign-out in another tab the writer of the draft. */
async function ownerOf(args: Route.ActionArgs, to: string): Promise<string> {
  const ctx = publicCtx(args);
  const token = readSessionToken(args.request, args.context.get(portalContext).config.https);
  const owner = token === null ? null : await ownerOfSession(ctx, token);
  const [, draftId = ''] = /^\/reports\/drafts\/([^/]+)/.exec(to) ?? [];
  return owner ?? (await draftWriter(ctx, draftId)) ?? anybody;
}

export default function KeptFormPage({ actionData }: Route.ComponentProps) {
  const t = useMessages();
  if (!actionData) return null;
  if (actionData.step === 'ready') return <AfterSignIn {...actionData} />;
  if (actionData.step === 'owes') return <OwesFactor to={actionData.to} sealed={actionData.sealed} />;
  const notOwn = actionData.step === 'not_own';
  const words = t.identity.kept[notOwn ? 'notOwn' : actionData.as];
  return (
    <Page title={words.title}>
      <TwoThirds>
        <PageHeading>{words.title}</PageHeading>
        <p className="govuk-body">{words.text}</p>
        <p className="govuk-body">
          <EmergencyCall />
        </p>
        {notOwn ? (
          <p className="govuk-body">
            <a className="govuk-link" href={link('home')}>
              {t.identity.kept.goOn}
            </a>
          </p>
        ) : null}
        <KeptForOwner to={actionData.to} sealed={actionData.sealed} />
      </TwoThirds>
    </Page>
  );
}

/** The password alone shows nobody what was typed. */
function OwesFactor({ to, sealed }: { to: string; sealed: string }) {
  const t = useMessages();
  const { title, lead } = t.secondFactor.signIn;
  return (
    <Page title={title}>
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        <p className="govuk-body">{lead}</p>
        <p className="govuk-body">{t.identity.confirm.kept}</p>
        <Form action={link('identity/confirm', {}, { next: to })}>
          <input type="hidden" name={stepField} value="kept" />
          <input type="hidden" name={sealedField} value={sealed} />
          <Button>{t.secondFactor.useCode}</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
