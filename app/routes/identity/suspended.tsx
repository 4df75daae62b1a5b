import { redirect } from 'react-router';
import { begunAboutDanger } from '#app/domain/intake/submitting/send-danger-report.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf, reachContext } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { CallNow } from '#app/ui/layout/Emergency.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/suspended.ts';

export const handle = { access: 'signed_in', beforeSecondFactor: 'always' } satisfies RouteHandle;

/** The only page, beside the report about danger, of whoever belongs to a suspended organisation. */
export async function loader(args: Route.LoaderArgs) {
  const { suspended, reports, standing } = args.context.get(reachContext);
  if (!suspended) throw redirect(link('home'));
  // Whoever owes a second factor reads nothing, not even that.
  const begun = reports && standing === 'whole' ? await begunAboutDanger(ctxOf(args)) : [];
  return { reports, begun };
}

export default function Suspended({ loaderData: { reports, begun } }: Route.ComponentProps) {
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
            {begun.length === 0 ? null : (
              <>
                <p className="govuk-body">{words.begun}</p>
                <ul className="govuk-list govuk-list--spaced">
                  {begun.map(({ id, updatedAt }) => (
                    <li key={id}>
                      <a className="govuk-link" href={link('identity/danger-report', {}, { begun: id })}>
                        {words.sendBegun} <DateTime at={updatedAt} />
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            )}
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
