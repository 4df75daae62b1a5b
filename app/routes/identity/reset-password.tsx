import { z } from 'zod';
import { data, redirect } from 'react-router';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { publicCtx, requestContext } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { secret } from '#app/domain/kernel/fields.ts';
import { openPasswordReset, resetPassword } from '#app/domain/people/accounts/reset-password.server.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import type { Route } from './+types/reset-password.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

const openedBy = ({ context, params }: Pick<Route.ActionArgs, 'context' | 'params'>) => ({
  token: params.token,
  address: context.get(requestContext).address,
});

export async function loader(args: Route.LoaderArgs) {
  const reset = await openPasswordReset(publicCtx(args), openedBy(args));
  if (reset.state === 'open') return { state: reset.state, email: reset.email };
  return data({ state: reset.state }, { status: reset.state === 'over' ? 404 : 200 });
}

const form = z.object({ password: secret('Enter a new password') });

/** The same address says afterwards what has become of the link, to whoever used it and to whoever came too late. */
export const action = formAction(
  form,
  async ({ password }, args: Route.ActionArgs) => {
    await resetPassword(publicCtx(args), { ...openedBy(args), password });
    return link('identity/reset-password', args.params);
  },
  {
    lost: (failure, { params }) => {
      if (failure instanceof NotFound) throw redirect(link('identity/reset-password', params));
      return Promise.resolve();
    },
  },
);

export default function ResetPassword({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  const words = t.identity.reset;
  switch (loaderData.state) {
    case 'open':
      return (
        <Page title={words.title}>
          <TwoThirds>
            <PageHeading>{words.title}</PageHeading>
            <p className="govuk-body">{words.ends}</p>
            <Form>
              <NewPasswordFields label={words.password} email={loaderData.email} />
              <Button preventDoubleClick>{words.submit}</Button>
            </Form>
          </TwoThirds>
        </Page>
      );
    case 'used':
      return (
        <Page title={words.used.title}>
          <TwoThirds>
            <PageHeading>{words.used.title}</PageHeading>
            <p className="govuk-body">{words.used.text}</p>
            <ButtonLink href={link('identity/sign-in')}>{words.used.signIn}</ButtonLink>
            <p className="govuk-body">{words.used.notYou}</p>
            <AskAgain words={words.used.again} />
          </TwoThirds>
        </Page>
      );
    case 'over':
      return (
        <Page title={words.over.title}>
          <TwoThirds>
            <PageHeading>{words.over.title}</PageHeading>
            <p className="govuk-body">{words.over.text}</p>
            <AskAgain words={words.over.again} />
          </TwoThirds>
        </Page>
      );
  }
}

function AskAgain({ words }: { words: string }) {
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={link('identity/forgotten-password')}>
        {words}
      </a>
    </p>
  );
}
