import { z } from 'zod';
import { data, redirect } from 'react-router';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { publicCtx, requestContext } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { secret } from '#app/domain/kernel/fields.ts';
import { acceptInvitation, openInvitation } from '#app/domain/people/accounts/accept-invitation.server.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { BulletList } from '#app/ui/layout/PublicPage.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import type { Route } from './+types/invitation.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

const openedBy = ({ context, params }: Pick<Route.ActionArgs, 'context' | 'params'>) => ({
  token: params.token,
  address: context.get(requestContext).address,
});

export async function loader(args: Route.LoaderArgs) {
  const invitation = await openInvitation(publicCtx(args), openedBy(args));
  if (invitation.state === 'open') return { state: invitation.state, email: invitation.email };
  return data({ state: invitation.state }, { status: invitation.state === 'accepted' ? 200 : 404 });
}

const form = z.object({ password: secret('Enter a password') });

/** The same address says afterwards what has become of the invitation. */
export const action = formAction(
  form,
  async ({ password }, args: Route.ActionArgs) => {
    await acceptInvitation(publicCtx(args), { ...openedBy(args), password });
    return link('identity/invitation', args.params);
  },
  {
    lost: (failure, { params }) => {
      if (failure instanceof NotFound) throw redirect(link('identity/invitation', params));
      return Promise.resolve();
    },
  },
);

export default function Invitation({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  const words = t.identity.invitation;
  switch (loaderData.state) {
    case 'open':
      return (
        <Page title={words.title}>
          <TwoThirds>
            <PageHeading>{words.title}</PageHeading>
            <p className="govuk-body">{words.lead}</p>
            <Form>
              <NewPasswordFields label={words.password} email={loaderData.email} />
              <Button preventDoubleClick>{words.submit}</Button>
            </Form>
          </TwoThirds>
        </Page>
      );
    case 'accepted':
      return (
        <Page title={words.accepted.title}>
          <TwoThirds>
            <PageHeading>{words.accepted.title}</PageHeading>
            <p className="govuk-body">{words.accepted.text}</p>
            <ButtonLink href={link('identity/sign-in')}>{words.accepted.signIn}</ButtonLink>
            <p className="govuk-body">
              <a className="govuk-link" href={link('identity/forgotten-password')}>
                {words.accepted.forgotten}
              </a>
            </p>
          </TwoThirds>
        </Page>
      );
    case 'withdrawn':
      return (
        <Page title={words.withdrawn.title}>
          <TwoThirds>
            <PageHeading>{words.withdrawn.title}</PageHeading>
            <p className="govuk-body">{words.withdrawn.text}</p>
            <BulletList texts={[words.withdrawn.expected, words.withdrawn.unexpected]} />
          </TwoThirds>
        </Page>
      );
    case 'elsewhere':
      return (
        <Page title={words.elsewhere.title}>
          <TwoThirds>
            <PageHeading>{words.elsewhere.title}</PageHeading>
            <p className="govuk-body">{words.elsewhere.text}</p>
            <ButtonLink href={link('identity/force-account')}>{t.identity.forceAccount.signIn}</ButtonLink>
          </TwoThirds>
        </Page>
      );
    case 'over':
      return (
        <Page title={words.over.title}>
          <TwoThirds>
            <PageHeading>{words.over.title}</PageHeading>
            <p className="govuk-body">{words.over.text}</p>
            <BulletList texts={[words.over.newest, words.over.ask, words.over.signIn]} />
          </TwoThirds>
        </Page>
      );
  }
}
