import { data, redirect } from 'react-router';
import { signIn } from '#app/domain/people/accounts/sign-in.server.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { actorContext, portalContext, publicCtx, requestContext } from '#app/http/server/context.ts';
import { mailAddress } from '#app/http/server/captured-mail.ts';
import { demonstrationAccounts } from '#app/http/server/demonstration-accounts.ts';
import { readDevice } from '#app/http/session/device-cookie.ts';
import { formState, refusedForm, valueOf } from '#app/http/forms/form-state.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { safeNext } from '#app/http/server/safe-next.ts';
import { readSessionToken } from '#app/http/session/session-cookie.ts';
import { missingInSignIn, signedInHeaders, signInFields, signInInput } from '#app/http/forms/sign-in-form.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { DemonstrationAccounts } from '#app/ui/layout/DemonstrationAccounts.tsx';
import { EmergencyWarning } from '#app/ui/layout/Emergency.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { SignInFields } from '#app/ui/layout/SignInFields.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/sign-in.ts';

export function loader({ context, url }: Route.LoaderArgs) {
  if (context.get(actorContext)) throw redirect('/');
  return {
    next: safeNext(url.searchParams.get('next')),
    demonstration: demonstrationAccounts(context),
  };
}

export async function action(args: Route.ActionArgs) {
  const { request, context } = args;
  const { https } = context.get(portalContext).config;
  const form = await readForm(request, [...signInFields, 'next']);
  const missing = missingInSignIn((name) => form.get(name));
  if (missing.length > 0) return data(refusedForm(form, missing, ['password']), { status: 422 });
  const input = signInInput((name) => form.get(name), {
    address: context.get(requestContext).address,
    previousToken: readSessionToken(request, https),
    device: readDevice(request, https),
  });
  const signedIn = await attempt(form, () => signIn(publicCtx(args), input), ['password']);
  if (!signedIn.ok) return signedIn.refused;
  throw redirect(safeNext(form.get('next')), {
    headers: signedInHeaders(signedIn.value, https),
  });
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages();
  const state = actionData ?? formState({ next: loaderData.next });
  return (
    <Page title={t('identity.signIn.title')} errors={state.errors}>
      <TwoThirds>
        <h1 className="govuk-heading-l">{t('identity.signIn.title')}</h1>
        <EmergencyWarning>{t('identity.signIn.callWithout')}</EmergencyWarning>
        <form method="post" noValidate>
          <input type="hidden" name="next" value={valueOf(state, 'next')} />
          <SignInFields
            email={valueOf(state, 'email')}
            shared={valueOf(state, 'shared') === 'yes'}
            errors={Object.fromEntries(state.errors.map(({ field, message }) => [field, message]))}
          />
          <Button>{t('identity.signIn.submit')}</Button>
        </form>
        <p className="govuk-body">{t('identity.signIn.noAccount')}</p>
      </TwoThirds>
      {loaderData.demonstration ? (
        <DemonstrationAccounts {...loaderData.demonstration} mailHref={mailAddress} />
      ) : null}
    </Page>
  );
}
