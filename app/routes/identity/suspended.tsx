import { redirect } from 'react-router';
import { link } from '#app/http/link.ts';
import { reachContext } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { CallNow } from '#app/ui/layout/Emergency.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/suspended.ts';

export const handle = { access: 'signed_in', beforeSecondFactor: 'always' } satisfies RouteHandle;

/** The only page, beside the report about danger, of whoever belongs to a suspended organisation. */
export function loader({ context }: Route.LoaderArgs) {
  const { suspended, reports } = context.get(reachContext);
  if (!suspended) throw redirect(link('home'));
  return { reports };
}

export default function Suspended({ loaderData: { reports } }: Route.ComponentProps) {
  const words = useMessages().identity.suspended;
  return (
    <Page title={words.title}>
      <TwoThirds>
        <CallNow />
        <PageHeading>{words.title}</PageHeading>
        <p className="govuk-body">{words.lead}</p>
        {reports ? (
          <>
            <p className="govuk-body">{words.dangerText}</p>
            <ButtonLink href={link('identity/danger-report')} variant="warning">
              {words.danger}
            </ButtonLink>
          </>
        ) : (
          <p className="govuk-body">{words.leads}</p>
        )}
        <p className="govuk-body">{words.sent}</p>
        <p className="govuk-body">{words.ask}</p>
      </TwoThirds>
    </Page>
  );
}
