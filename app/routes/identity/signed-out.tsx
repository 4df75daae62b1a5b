import { data, redirect } from 'react-router';
import { link } from '#app/http/link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { providerSignOut } from '#app/http/session/sign-on.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/signed-out.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

/**
 * From the portal's sign-out to that of the provider. A page and not the answer to the form: a policy that lets forms go
 * nowhere else stops one that leads there.
 */
export async function loader(args: Route.LoaderArgs) {
  const address = await providerSignOut(args);
  if (address === null) throw redirect(link('identity/sign-in'));
  return data({ address }, { headers: { Refresh: `0; url=${address}` } });
}

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function SignedOut({ loaderData: { address } }: Route.ComponentProps) {
  return (
    <Page title="You are signed out of the portal">
      <TwoThirds>
        <PageHeading>You are signed out of the portal</PageHeading>
        <p className="govuk-body">You are being signed out of your force account as well.</p>
        <ButtonLink href={address} rel="noreferrer">
          Sign out of your force account
        </ButtonLink>
      </TwoThirds>
    </Page>
  );
}
