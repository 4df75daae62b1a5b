import { listRetention, type RetentionLine } from '#app/domain/retention/retention-list.server.ts';
import { retentionViews, type RetentionView } from '#app/domain/retention/retention-words.ts';
import { outcomes } from '#app/domain/kernel/outcomes.ts';
import { statusWords } from '#app/domain/kernel/status-words.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Pagination } from '#app/ui/govuk/Pagination.tsx';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import type { Route } from './+types/list.ts';

export const handle = { access: 'retention.decide' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = args.url;
  const view = retentionViews.find((each) => each === searchParams.get('view')) ?? 'due';
  return { page: await listRetention(ctxOf(args), { view, after: searchParams.get('after') }) };
}

const views: Record<RetentionView, { label: string; at: string; empty: string }> = {
  due: { label: 'Due', at: 'Due since', empty: 'No report is due.' },
  proposed: { label: 'Disposal proposed', at: 'Proposed', empty: 'No disposal waits for a second person.' },
  held: { label: 'On legal hold', at: 'On hold since', empty: 'No report is on legal hold.' },
};

export default function Retention({ loaderData: { page } }: Route.ComponentProps) {
  const { view, lines, next, later } = page;
  const { label, empty } = views[view];
  return (
    <Page title={`Retention: ${label.toLowerCase()}`}>
      <PageHeading>Retention</PageHeading>
      <p className="govuk-body">
        Reports whose time has run out, by the rules of the force. Open one to see what would go, to keep it
        longer or to propose that it goes. A second FIB supervisor decides on that.
      </p>
      <ul className="govuk-list">
        {retentionViews.map((each) => (
          <li key={each}>
            {each === view ? (
              <strong>{views[each].label}</strong>
            ) : (
              <a
                className="govuk-link govuk-link--no-visited-state"
                href={link('retention/list', {}, { view: each })}
              >
                {views[each].label}
              </a>
            )}
          </li>
        ))}
        <li>
          <a className="govuk-link govuk-link--no-visited-state" href={link('retention/find-person')}>
            Find everything about a person
          </a>
        </li>
      </ul>
      {lines.length === 0 ? <EmptyState title={empty} /> : <Lines view={view} lines={lines} />}
      {next || later ? (
        <Pagination
          label="Pages of this list"
          previous={
            later ? { href: link('retention/list', {}, { view }), text: 'Back to the start' } : undefined
          }
          next={next ? { href: link('retention/list', {}, { view, after: next }), text: 'More' } : undefined}
        />
      ) : null}
    </Page>
  );
}

function Lines({ view, lines }: { view: RetentionView; lines: readonly RetentionLine[] }) {
  const { label, at } = views[view];
  return (
    <CardTable
      caption={label}
      columns={[
        { header: 'Submission', nowrap: true },
        { header: at, nowrap: true },
        { header: 'Status' },
        { header: 'Rule' },
        { header: 'State' },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          <a
            key="reference"
            className="govuk-link govuk-link--no-visited-state"
            href={link('retention/report', { submissionId: line.id })}
          >
            {line.reference}
          </a>,
          <DateTime key="at" at={line.at} short dateOnly />,
          `${statusWords(line.status, { held: false })}${line.outcome ? `: ${outcomes[line.outcome].label}` : ''}`,
          line.rule ?? 'Not worked out yet',
          <State key="state" line={line} />,
        ],
      }))}
    />
  );
}

function State({ line: { restricted, held, proposed_by: by } }: { line: RetentionLine }) {
  return (
    <>
      {restricted ? <Tag colour="purple">Restricted</Tag> : null}{' '}
      {held ? <Tag colour="red">On legal hold</Tag> : null}{' '}
      {by === null ? held ? null : 'To be looked at' : <>Disposal proposed by {by}</>}
    </>
  );
}
