import { Fragment } from 'react';
import { may } from '#app/domain/kernel/permissions.ts';
import { termState, type Term } from '#app/domain/people/organisations/agreement-term.ts';
import {
  organisations,
  type OrganisationLine,
} from '#app/domain/people/organisations/organisations.server.ts';
import { organisationKindWords } from '#app/domain/kernel/report-labels.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { OrganisationStatusTag } from './OrganisationStatusTag.tsx';
import type { Route } from './+types/organisations.ts';

export const handle = { access: 'organisations.read', section: 'organisations' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  return {
    lines: await organisations(ctx),
    now: ctx.clock.now(),
    manages: may(ctx.actor, 'organisations.manage'),
  };
}

export default function Organisations({ loaderData }: Route.ComponentProps) {
  const { lines, now, manages } = loaderData;
  return (
    <Page title="Organisations">
      <PageHeading>Organisations</PageHeading>
      <p className="govuk-body">
        Partners that may send submissions, and the agreement under which they share.
      </p>
      {manages ? (
        <ButtonLink href={link('administration/organisation-new')}>Register an organisation</ButtonLink>
      ) : null}
      {lines.length > 0 ? (
        <CardTable
          caption="Organisations by name"
          captionHidden
          columns={[
            { header: 'Name' },
            { header: 'Kind' },
            { header: 'Partner network' },
            { header: 'Agreement' },
            { header: 'Ends', nowrap: true },
            { header: 'Review', nowrap: true },
            { header: 'Members', numeric: true },
            { header: 'Status' },
          ]}
          rows={lines.map((line) => ({ key: line.id, cells: cellsOf(line, now, manages) }))}
        />
      ) : (
        <EmptyState title="No organisation is registered yet">
          {manages ? 'Register the first one, then invite its people.' : 'Administrators register them.'}
        </EmptyState>
      )}
    </Page>
  );
}

function cellsOf(line: OrganisationLine, now: Date, manages: boolean) {
  return [
    <Fragment key="name">
      {manages ? (
        <a className="govuk-link" href={link('administration/organisation', { organisationId: line.id })}>
          {line.name}
        </a>
      ) : (
        line.name
      )}
      {line.formerNames.length > 0 ? (
        <div className="govuk-body-s govuk-!-margin-bottom-0">Before: {line.formerNames.join(', ')}</div>
      ) : null}
    </Fragment>,
    Object.hasOwn(organisationKindWords, line.kind)
      ? organisationKindWords[line.kind as keyof typeof organisationKindWords]
      : line.kind,
    line.networkMember ? 'Member' : 'Not a member',
    line.agreementReference ?? 'None recorded',
    <Ends key="ends" term={line.term} now={now} />,
    <Review key="review" on={line.agreementReviewOn} now={now} />,
    line.members,
    <Fragment key="status">
      <OrganisationStatusTag status={line.status} />
      {line.dangerNotSent ? (
        <div className="portal-overdue">Something about danger is not sent: call them</div>
      ) : null}
    </Fragment>,
  ];
}

function Ends({ term, now }: { term: Term; now: Date }) {
  if (term.until === null) return 'No end agreed';
  const { state } = termState(term, now);
  return (
    <>
      <DateTime at={term.until} dateOnly short />
      {state === 'ended' ? <span className="portal-overdue"> Ended</span> : null}
      {state === 'ends_soon' ? <span className="govuk-!-font-weight-bold"> Soon</span> : null}
    </>
  );
}

function Review({ on, now }: { on: Date | null; now: Date }) {
  if (on === null) return 'No date';
  return (
    <>
      <DateTime at={on} dateOnly short />
      {on < now ? <span className="portal-overdue"> Overdue</span> : null}
    </>
  );
}
