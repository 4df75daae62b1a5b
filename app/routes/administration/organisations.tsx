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
import { StatusTag } from '#app/ui/layout/StatusTag.tsx';
import type { Route } from './+types/organisations.ts';

export const handle = { access: 'organisations.manage', section: 'organisations' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  return {
    lines: await organisations(ctx),
    now: ctx.clock.now(),
  };
}

export default function Organisations({ loaderData }: Route.ComponentProps) {
  const { lines, now } = loaderData;
  return (
    <Page title="Organisations">
      <PageHeading>Organisations</PageHeading>
      <p className="govuk-body">
        Partners that may send submissions, and the agreement under which they share.
      </p>
      <ButtonLink href={link('administration/organisation-new')}>Register an organisation</ButtonLink>
      {lines.length > 0 ? (
        <CardTable
          caption="Organisations by name"
          captionHidden
          columns={[
            { header: 'Name' },
            { header: 'Kind' },
            { header: 'Partner network' },
            { header: 'Agreement' },
            { header: 'Review', nowrap: true },
            { header: 'Members', numeric: true },
            { header: 'Status' },
          ]}
          rows={lines.map((line) => ({ key: line.id, cells: cellsOf(line, now) }))}
        />
      ) : (
        <EmptyState title="No organisation is registered yet">
          Register the first one, then invite its people.
        </EmptyState>
      )}
    </Page>
  );
}

function cellsOf(line: OrganisationLine, now: Date) {
  return [
    <a
      key="name"
      className="govuk-link"
      href={link('administration/organisation', { organisationId: line.id })}
    >
      {line.name}
    </a>,
    Object.hasOwn(organisationKindWords, line.kind)
      ? organisationKindWords[line.kind as keyof typeof organisationKindWords]
      : line.kind,
    line.networkMember ? 'Member' : 'Not a member',
    line.agreementReference ?? 'None recorded',
    <Review key="review" on={line.agreementReviewOn} now={now} />,
    line.members,
    line.status === 'active' ? (
      <StatusTag key="status" text="Active" colour="grey" />
    ) : (
      <StatusTag key="status" text="Suspended" colour="red" />
    ),
  ];
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
