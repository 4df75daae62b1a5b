import {
  openRequestsPage,
  type RequestLine,
} from '#app/domain/triage/sealed-sources/list-requests.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { ListPages } from '#app/ui/layout/ListPages.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { PriorityTag } from '#app/ui/layout/PriorityTag.tsx';
import { StandingTag } from './StandingTag.tsx';
import type { Route } from './+types/requests.ts';

export const handle = { access: 'sources.oversee' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return {
    page: await openRequestsPage(ctxOf(args), { cursor: args.url.searchParams.get('after') }),
  };
}

export default function SourceRequests({ loaderData: { page } }: Route.ComponentProps) {
  const { waiting, decided, next, later } = page;
  return (
    <Page title="Sealed sources">
      <PageHeading>Sealed sources</PageHeading>
      <p className="govuk-body">
        Who asked to open the sealed record of who told a partner, and how often it was read. What is sealed
        is not shown here.
      </p>
      {waiting.length + decided.length === 0 ? (
        <EmptyState title="Nobody has asked to open a sealed source." />
      ) : null}
      {waiting.length > 0 ? <Requests caption="To be decided" lines={waiting} /> : null}
      {decided.length > 0 ? <Requests caption="Decided" lines={decided} /> : null}
      <ListPages
        start={later ? link('sources/requests') : null}
        next={next ? link('sources/requests', {}, { after: next }) : null}
      />
    </Page>
  );
}

function Requests({ caption, lines }: { caption: string; lines: readonly RequestLine[] }) {
  return (
    <CardTable
      caption={caption}
      columns={[
        { header: 'Submission', nowrap: true },
        { header: 'Priority', nowrap: true },
        { header: 'Asked by' },
        { header: 'Asked', nowrap: true },
        { header: 'State' },
        { header: 'Read' },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          <a
            key="reference"
            className="govuk-link govuk-link--no-visited-state"
            href={link('sources/request', { openingId: line.id })}
          >
            {line.reference}
          </a>,
          <PriorityTag key="priority" priority={line.priority} />,
          line.askedBy,
          <DateTime key="asked" at={line.askedAt} short />,
          <StandingTag key="state" request={line} />,
          line.lastRead === null ? (
            'Not read'
          ) : (
            <span key="read">
              {line.readings === 1 ? 'Once' : `${line.readings} times`}, last{' '}
              <DateTime at={line.lastRead} short />
            </span>
          ),
        ],
      }))}
    />
  );
}
