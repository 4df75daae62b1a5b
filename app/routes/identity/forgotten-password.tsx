import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { publicCtx, requestContext } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { emailAddress } from '#app/domain/kernel/fields.ts';
import { askForReset } from '#app/domain/people/accounts/ask-for-reset.server.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { EmergencyWarning } from '#app/ui/layout/Emergency.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/forgotten-password.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

const form = z.object({ email: emailAddress('Enter your email address') });

export const action = formAction(form, async ({ email }, args: Route.ActionArgs) => {
  await askForReset(publicCtx(args), { email, address: args.context.get(requestContext).address });
  return link('identity/reset-asked');
});

export default function ForgottenPassword() {
  const t = useMessages();
  const words = t.identity.forgotten;
  return (
    <Page title={words.title} backHref={link('identity/sign-in')}>
      <TwoThirds>
        <PageHeading>{words.title}</PageHeading>
        <EmergencyWarning>{t.identity.signIn.callWithout}</EmergencyWarning>
        <p className="govuk-body">{words.lead}</p>
        <Form>
          <Input name="email" type="email" label={words.email} autoComplete="username" spellCheck={false} />
          <Button preventDoubleClick>{words.submit}</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
