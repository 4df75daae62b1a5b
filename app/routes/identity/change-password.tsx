import { z } from 'zod';
import { redirect } from 'react-router';
import { link } from '#app/http/link.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { secret } from '#app/domain/kernel/fields.ts';
import { changePassword } from '#app/domain/people/accounts/change-password.server.ts';
import { openOwnAccount } from '#app/domain/people/contact/open-own-account.server.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { PasswordInput } from '#app/ui/govuk/PasswordInput.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import type { Route } from './+types/change-password.ts';

export const handle = { access: 'signed_in' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { email, signsInHere } = await openOwnAccount(ctxOf(args));
  if (!signsInHere) throw redirect(link('identity/account'));
  return { email };
}

const form = z.object({
  currentPassword: secret('Enter your current password'),
  password: secret('Enter a new password'),
});

export const action = formAction(form, async ({ currentPassword, password }, args: Route.ActionArgs) => {
  await changePassword(ctxOf(args), { current: currentPassword, password });
  return flash(link('identity/account'), 'password-changed');
});

export default function ChangePassword({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  const words = t.account.password;
  return (
    <Page title={words.title} backHref={link('identity/account')}>
      <TwoThirds>
        <PageHeading>{words.title}</PageHeading>
        <p className="govuk-body">{words.ends}</p>
        <Form>
          <NewPasswordFields label={words.password} email={loaderData.email}>
            <PasswordInput name="currentPassword" label={words.current} />
          </NewPasswordFields>
          <Button preventDoubleClick>{words.submit}</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
