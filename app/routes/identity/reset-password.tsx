import { data } from 'react-router';
import { openedBy, passwordByLink } from '#app/http/forms/password-by-link.ts';
import { link } from '#app/http/link.ts';
import { publicCtx } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { openPasswordReset, resetPassword } from '#app/domain/people/accounts/reset-password.server.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { LinkPage, PasswordPage } from './MailedLink.tsx';
import type { Route } from './+types/reset-password.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const reset = await openPasswordReset(publicCtx(args), openedBy(args));
  if (reset.state === 'open') return { state: reset.state, email: reset.email };
  return data({ state: reset.state }, { status: reset.state === 'over' ? 404 : 200 });
}

export const action = passwordByLink('identity/reset-password', 'Enter a new password', resetPassword);

export default function ResetPassword({ loaderData }: Route.ComponentProps) {
  const words = useMessages().identity.reset;
  switch (loaderData.state) {
    case 'open':
      return (
        <PasswordPage
          words={{ title: words.title, text: words.ends }}
          label={words.password}
          submit={words.submit}
          email={loaderData.email}
        />
      );
    case 'used':
      return (
        <LinkPage words={words.used}>
          <ButtonLink href={link('identity/sign-in')}>{words.used.signIn}</ButtonLink>
          <p className="govuk-body">{words.used.notYou}</p>
          <AskAgain words={words.used.again} />
        </LinkPage>
      );
    case 'over':
      return (
        <LinkPage words={words.over}>
          <AskAgain words={words.over.again} />
        </LinkPage>
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
