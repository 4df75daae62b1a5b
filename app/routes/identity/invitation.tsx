import { data, redirect } from 'react-router';
import { acceptInvitation, openInvitation } from '#app/domain/people/accounts/accept-invitation.server.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { publicCtx, requestContext } from '#app/http/server/context.ts';
import { errorOf, formState, refusedForm } from '#app/http/forms/form-state.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { PasswordInput } from '#app/ui/govuk/PasswordInput.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { translated, useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/invitation.ts';

export async function loader(args: Route.LoaderArgs) {
  const address = args.context.get(requestContext).address;
  const { email } = await openInvitation(publicCtx(args), { token: args.params.token, address });
  return { email };
}

export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request, ['password']);
  const password = form.get('password');
  if (!password)
    return data(
      refusedForm(
        form,
        [{ field: 'password', message: 'identity.invitation.passwordMissing' }],
        ['password'],
      ),
      { status: 422 },
    );
  const input = { token: args.params.token, password, address: args.context.get(requestContext).address };
  const accepted = await attempt(form, () => acceptInvitation(publicCtx(args), input), ['password']);
  if (!accepted.ok) return accepted.refused;
  throw redirect('/sign-in');
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages();
  const state = actionData ?? formState();
  return (
    <Page title={t('identity.invitation.title')} errors={state.errors}>
      <TwoThirds>
        <h1 className="govuk-heading-l">{t('identity.invitation.title')}</h1>
        <p className="govuk-body">{t('identity.invitation.lead')}</p>
        <p className="govuk-body">{t('identity.invitation.account', { email: loaderData.email })}</p>
        <form method="post" noValidate>
          <PasswordInput
            name="password"
            label={t('identity.invitation.password')}
            hint={t('identity.invitation.passwordHint')}
            autoComplete="new-password"
            error={translated(t, errorOf(state, 'password'))}
          />
          <Button>{t('identity.invitation.submit')}</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
