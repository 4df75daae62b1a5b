import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { secret } from '#app/domain/kernel/fields.ts';
import { acceptInvitation, openInvitation } from '#app/domain/people/accounts/accept-invitation.server.ts';
import { publicCtx, requestContext } from '#app/http/server/context.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { PasswordInput } from '#app/ui/govuk/PasswordInput.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/invitation.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const address = args.context.get(requestContext).address;
  const { email } = await openInvitation(publicCtx(args), { token: args.params.token, address });
  return { email };
}

const form = z.object({ password: secret('Enter a password') });

export const action = formAction(form, async ({ password }, args: Route.ActionArgs) => {
  const { address } = args.context.get(requestContext);
  await acceptInvitation(publicCtx(args), { token: args.params.token, password, address });
  return link('identity/sign-in');
});

export default function Invitation({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  return (
    <Page title={t.identity.invitation.title}>
      <TwoThirds>
        <h1 className="govuk-heading-l">{t.identity.invitation.title}</h1>
        <p className="govuk-body">{t.identity.invitation.lead}</p>
        <p className="govuk-body">{t.identity.invitation.account({ email: loaderData.email })}</p>
        <Form>
          <PasswordInput
            name="password"
            label={t.identity.invitation.password}
            hint={t.identity.invitation.passwordHint}
            autoComplete="new-password"
          />
          <Button>{t.identity.invitation.submit}</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
