import { data, redirect } from 'react-router';
import { Invalid } from '#app/domain/failures.ts';
import { signIn } from '#app/domain/identity/sign-in.server.ts';
import { portalContext, publicCtx, requestContext } from '#app/http/context.ts';
import { errorsFromInvalid, type FieldError } from '#app/http/form-state.ts';
import { readPairs } from '#app/http/read-form.ts';
import { safeNext } from '#app/http/safe-next.ts';
import { readSessionToken, setSessionCookie } from '#app/http/session-cookie.ts';
import { missingInSignIn, signInInput } from '#app/http/sign-in-form.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { SignInFields } from '#app/ui/layout/SignInFields.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/kept-form.ts';

/** What was typed travels in hidden fields under this prefix: it is on the page and nowhere on the server. */
const KEPT = 'kept.';

/** Nothing is kept for whoever only looks. Not in a loader: that runs after a post as well, as if it were a visit. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ request }) => {
    if (request.method !== 'POST') throw redirect('/sign-in');
  },
];

type Kept = {
  step: 'sign_in' | 'ready';
  to: string;
  pairs: [string, string][];
  email: string;
  shared: boolean;
  errors: FieldError[];
};

/**
 * Where a form goes that was posted after its session had ended. Its first visit brings the form as it was posted
 * (307 by the guard); its second signs in; then the person saves what was typed with one button.
 */
export async function action(args: Route.ActionArgs) {
  const posted = await readPairs(args.request, { bytes: 512 * 1024 });
  const to = safeNext(args.url.searchParams.get('next'));
  const signingIn = posted.some(([name]) => name === 'kept-step');
  const pairs = posted.flatMap(([name, value]): [string, string][] =>
    signingIn ? (name.startsWith(KEPT) ? [[name.slice(KEPT.length), value]] : []) : [[name, value]],
  );
  const get = (name: string) => posted.find(([posted]) => posted === name)?.[1] ?? '';
  const kept: Kept = {
    step: 'sign_in',
    to,
    pairs,
    email: signingIn ? get('email') : '',
    shared: signingIn && get('shared') === 'yes',
    errors: [],
  };
  if (!signingIn) return data(kept);
  const missing = missingInSignIn(get);
  if (missing.length > 0) return data({ ...kept, errors: missing }, { status: 422 });
  const { https } = args.context.get(portalContext).config;
  try {
    const input = signInInput(get, {
      address: args.context.get(requestContext).address,
      previousToken: readSessionToken(args.request, https),
    });
    const { token } = await signIn(publicCtx(args), input);
    return data(
      { ...kept, step: 'ready' as const },
      { headers: { 'Set-Cookie': setSessionCookie(token, https) } },
    );
  } catch (failure) {
    if (!(failure instanceof Invalid)) throw failure;
    return data({ ...kept, errors: errorsFromInvalid(failure) }, { status: 422 });
  }
}

export default function KeptForm({ actionData }: Route.ComponentProps) {
  const t = useMessages();
  if (!actionData) return null;
  const { step, to, pairs, email, shared, errors } = actionData;
  const ready = step === 'ready';
  const title = t(ready ? 'identity.kept.back' : 'identity.kept.title');
  return (
    <Page title={title} errors={errors}>
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        <p className="govuk-body">{t(ready ? 'identity.kept.backText' : 'identity.kept.text')}</p>
        <form method="post" noValidate {...(ready ? { action: to } : {})}>
          {pairs.map(([name, value], index) => (
            <input key={index} type="hidden" name={ready ? name : `${KEPT}${name}`} value={value} />
          ))}
          {ready ? (
            <Button preventDoubleClick>{t('identity.kept.save')}</Button>
          ) : (
            <>
              <input type="hidden" name="kept-step" value="sign-in" />
              <SignInFields
                email={email}
                shared={shared}
                errors={Object.fromEntries(errors.map(({ field, message }) => [field, message]))}
              />
              <Button>{t('identity.signIn.submit')}</Button>
            </>
          )}
        </form>
      </TwoThirds>
    </Page>
  );
}
