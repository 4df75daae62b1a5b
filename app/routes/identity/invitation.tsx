import { data } from 'react-router';
import { openedBy, passwordByLink } from '#app/http/forms/password-by-link.ts';
import { link } from '#app/http/link.ts';
import { publicCtx } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { acceptInvitation, openInvitation } from '#app/domain/people/accounts/accept-invitation.server.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { BulletList } from '#app/ui/layout/PublicPage.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { LinkPage, PasswordPage } from './MailedLink.tsx';
import type { Route } from './+types/invitation.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const invitation = await openInvitation(publicCtx(args), openedBy(args));
  if (invitation.state === 'open') return { state: invitation.state, email: invitation.email };
  return data({ state: invitation.state }, { status: invitation.state === 'accepted' ? 200 : 404 });
}

export const action = passwordByLink('identity/invitation', 'Enter a password', acceptInvitation);

export default function Invitation({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  const words = t.identity.invitation;
  switch (loaderData.state) {
    case 'open':
      return (
        <PasswordPage
          words={{ title: words.title, text: words.lead }}
          label={words.password}
          submit={words.submit}
          email={loaderData.email}
        />
      );
    case 'accepted':
      return (
        <LinkPage words={words.accepted}>
          <ButtonLink href={link('identity/sign-in')}>{words.accepted.signIn}</ButtonLink>
          <p className="govuk-body">
            <a className="govuk-link" href={link('identity/forgotten-password')}>
              {words.accepted.forgotten}
            </a>
          </p>
        </LinkPage>
      );
    case 'withdrawn':
      return (
        <LinkPage words={words.withdrawn}>
          <BulletList texts={[words.withdrawn.expected, words.withdrawn.unexpected]} />
        </LinkPage>
      );
    case 'elsewhere':
      return (
        <LinkPage words={words.elsewhere}>
          <ButtonLink href={link('identity/force-account')}>{t.identity.forceAccount.signIn}</ButtonLink>
        </LinkPage>
      );
    case 'over':
      return (
        <LinkPage words={words.over}>
          <BulletList texts={[words.over.newest, words.over.ask, words.over.signIn]} />
        </LinkPage>
      );
  }
}
