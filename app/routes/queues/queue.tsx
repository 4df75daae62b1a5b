import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { randomUUID } from 'node:crypto';
import { data } from 'react-router';
import { isId } from '#app/domain/kernel/id.ts';
import { queuePage } from '#app/domain/desks/queue.server.ts';
import { bulkWords, type BulkAction } from '#app/domain/triage/queues/bulk.ts';
import { noFilter, readFilter, writeFilter } from '#app/domain/submission/queue-filter.ts';
import { takeNext } from '#app/domain/triage/queues/take-next.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { readFrom } from '#app/http/list-address.ts';
import { momentOf } from '#app/http/moment-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { KeysLine } from '#app/ui/keyboard/KeysLine.tsx';
import type { KeyName } from '#app/ui/keyboard/keys.ts';
import { useKeys } from '#app/ui/keyboard/use-keys.tsx';
import { CountedViews } from '#app/ui/layout/CountedViews.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { ListPages } from '#app/ui/layout/ListPages.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { DisseminationTable } from '#app/ui/triage/DisseminationTable.tsx';
import { LiveNews } from '#app/ui/triage/LiveNews.tsx';
import type { Id } from '#app/domain/kernel/id.ts';
import { QueueFilterForm } from './QueueFilterForm.tsx';
import { QueueTable, WatchTable } from './QueueTable.tsx';
import type { Route } from './+types/queue.ts';

export const handle = { access: 'queues.read' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = args.url;
  const page = await queuePage(ctxOf(args), {
    queueCode: args.params.queueCode,
    view: searchParams.get('view'),
    cursor: searchParams.get('after'),
    filter: readFilter(searchParams),
    since: momentOf(searchParams.get('since')),
  });
  const query = new URLSearchParams([['view', page.view.id], ...writeFilter(page.filter)]);
  const after = searchParams.get('after');
  if (after) query.set('after', after);
  const from = readFrom(`${page.queue.code}?${query.toString()}`)?.from ?? null;
  return { page, from, press: randomUUID() };
}

const form = z.object({ press: z.string(), from: z.string() });

/** Takes the next submission of the queue and opens it. */
export const action = formAction(form, async ({ press, from }, args: Route.ActionArgs) => {
  const { queueCode } = args.params;
  const taken = await takeNext(ctxOf(args), { queueCode, ...(isId(press) ? { press } : {}) });
  if (!taken) return data({ nothingWaits: true });
  const { submissionId } = taken;
  return flash(
    link('submissions/submission', { submissionId }, { from: readFrom(from)?.from ?? null }),
    'claim',
  );
});

export default function Queue({ loaderData: { page, from, press }, actionData }: Route.ComponentProps) {
  const { queue, views, view, counts } = page;
  const holds = queue.hold === 'holder';
  const take = useKeys()('take');
  return (
    <Page
      title={`Queue: ${view.label}`}
      success={actionData && 'nothingWaits' in actionData ? 'Everything in this queue is claimed' : undefined}
    >
      <div className="portal-queue__head">
        <PageHeading size="m">
          {queue.hold === 'lead' ? (queue.areaName ?? queue.name) : queue.name}
        </PageHeading>
        {holds ? (
          <>
            <LiveNews
              now={page.now}
              cameSince={page.cameSince}
              againHref={link(
                'queues/queue',
                { queueCode: queue.code },
                queryOf(page, page.choices ? { since: page.now.toISOString() } : {}),
              )}
            />
            <Form action={link('queues/queue', { queueCode: queue.code })} className="portal-queue__take">
              <input type="hidden" name="press" value={press} />
              <input type="hidden" name="from" value={from ?? ''} />
              <Button preventDoubleClick disabled={counts.unassigned === 0} {...take.attributes}>
                Take next
                {take.hint}
              </Button>
            </Form>
          </>
        ) : null}
      </div>
      {holds ? null : <WhatIsShown page={page} />}
      <CountedViews
        label="Views"
        views={views.map(({ id, label, count, parts }) => ({
          text: label,
          count,
          href: link('queues/queue', { queueCode: queue.code }, { view: id }),
          current: id === view.id || parts.some((part) => part.id === view.id),
          urgent: id === 'disseminated-to-us' ? counts['acknowledge-now'] > 0 : id === 'new-information',
        }))}
      />
      {page.saved.length > 0 ? (
        <CountedViews
          label="Saved views"
          views={page.saved.map(({ name, query, count, more, shared }) => ({
            text: shared ? `${name} (shared)` : name,
            count,
            more,
            href: `${link('queues/queue', { queueCode: queue.code })}?${query}`,
            current: query === queryOf(page).toString(),
          }))}
        />
      ) : null}
      <h2 className="govuk-visually-hidden">{view.label}</h2>
      <div className="portal-queue__line">
        <Parts page={page} />
        <Narrowing page={page} />
      </div>
      <Lines page={page} from={from} />
      <Pages page={page} />
      {holds ? <Elsewhere page={page} /> : null}
    </Page>
  );
}

type SortColumn = 'priority' | 'received' | 'due';
type PageProps = { page: Route.ComponentProps['loaderData']['page'] };

/** The list as it is, as the end of its address: its view, filter and order. */
function queryOf({ view, filter }: PageProps['page'], changes: Record<string, string> = {}): URLSearchParams {
  return new URLSearchParams([['view', view.id], ...writeFilter(filter), ...Object.entries(changes)]);
}

/** What those are shown who do not work on the queue. */
function WhatIsShown({ page: { queue, counts } }: PageProps) {
  return (
    <p className="govuk-body">
      {queue.hold === 'lead'
        ? 'Everything that counts to your area, whichever queue holds it: clocks, status and holders. What the reports say is not shown, and restricted reports are left out.'
        : 'What this queue holds: clocks, status and holders. You can assign or move a report from its own page.'}
      {counts['disseminated-to-us'] > 0
        ? ` Sent to this queue and not acknowledged yet: ${counts['disseminated-to-us']}, of which High or overdue: ${counts['acknowledge-now']}.`
        : ''}
    </p>
  );
}

/** A view in parts: what in it is High or late. */
function Parts({ page: { queue, views, view } }: PageProps) {
  const whole = views.find(({ id, parts }) => id === view.id || parts.some((part) => part.id === view.id));
  if (!whole || whole.parts.length === 0) return null;
  return (
    <nav aria-label={`Parts of ${whole.label}`}>
      <ul className="portal-inline-list govuk-body-s">
        {whole.parts.map(({ id, label, count }) => (
          <li key={id}>
            <a
              className={
                count > 0 && id !== 'due-today'
                  ? 'govuk-link govuk-link--no-visited-state portal-overdue'
                  : 'govuk-link govuk-link--no-visited-state'
              }
              href={link('queues/queue', { queueCode: queue.code }, { view: id })}
              aria-current={id === view.id ? 'page' : undefined}
            >
              {count} {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The other lists of an officer, and how they work. */
function Elsewhere({ page: { queue, approves } }: PageProps) {
  const look = 'govuk-link govuk-link--no-visited-state';
  return (
    <nav aria-label="Other lists and help">
      <ul className="portal-inline-list govuk-body-s govuk-!-margin-bottom-2">
        <li>
          <a className={look} href={link('queues/urgent')}>
            All urgent submissions you may claim
          </a>
        </li>
        <li>
          <a className={look} href={link('queues/mine')}>
            What you have claimed in every queue
          </a>
        </li>
        <li>
          <a className={look} href={link('queues/postcode')}>
            Look up a postcode
          </a>
        </li>
        {queue.kind === 'fib' ? (
          <li>
            <a className={look} href={link('disseminations/disseminations')}>
              Sent and not finished: to be passed on, waiting for acknowledgement
            </a>
          </li>
        ) : null}
        {approves ? (
          <>
            <li>
              <a className={look} href={link('approvals')}>
                What waits for a second person to approve
              </a>
            </li>
            <li>
              <a className={look} href={link('texts/texts')}>
                Texts to reuse
              </a>
            </li>
          </>
        ) : null}
      </ul>
      <KeysLine
        searchHref={link('search')}
        helpHref={link('help/keyboard')}
        guideHref={link('help/triage')}
        soundHref={link('help/sound')}
      />
    </nav>
  );
}

function Narrowing({ page }: PageProps) {
  const { queue, view, filter, choices, matching } = page;
  if (!choices) return null;
  const here = link('queues/queue', { queueCode: queue.code });
  const cleared = [['view', view.id], ...writeFilter({ ...noFilter, sort: filter.sort })];
  return (
    <>
      <QueueFilterForm
        action={here}
        view={view.id}
        filter={filter}
        choices={choices}
        clearHref={link('queues/queue', { queueCode: queue.code }, new URLSearchParams(cleared))}
        saveHref={`${link('queues/views', { queueCode: queue.code })}?${queryOf(page).toString()}`}
      />
      {matching ? (
        <p className="govuk-body govuk-!-font-weight-bold" role="status">
          {matching.more ? `More than ${matching.count}` : matching.count}{' '}
          {matching.count === 1 ? 'submission matches' : 'submissions match'} the filter
        </p>
      ) : null}
    </>
  );
}

/** Received turns around on the second press; the others have one sensible order. */
function sortLink(page: PageProps['page'], column: 'priority' | 'received' | 'due') {
  const { filter, queue } = page;
  const next = column === 'received' && filter.sort === 'received' ? 'newest' : column;
  const query = new URLSearchParams([['view', page.view.id], ...writeFilter({ ...filter, sort: next })]);
  const by = filter.sort === 'newest' ? 'received' : filter.sort;
  const now =
    by !== column ? null : filter.sort === 'newest' ? ('descending' as const) : ('ascending' as const);
  return { href: link('queues/queue', { queueCode: queue.code }, query), now };
}

const bulkKeys: Partial<Record<BulkAction, KeyName>> = { claim: 'claim', release: 'release' };

function Lines({ page, from }: PageProps & { from: string | null }) {
  const keyOf = useKeys();
  const { view, lines, disseminations, now, queue } = page;
  if (lines.length === 0 && disseminations.length === 0)
    return <EmptyState title={page.matching ? 'Nothing matches the filter.' : view.empty} />;
  if (view.id === 'disseminated-to-us')
    return (
      <DisseminationTable
        caption={view.label}
        lines={disseminations}
        now={now}
        hrefOf={(disseminationId: Id<'Dissemination'>) =>
          link('disseminations/dissemination', { disseminationId })
        }
      />
    );
  const hrefOf = (submissionId: Id<'Submission'>) =>
    link('submissions/submission', { submissionId }, { from });
  const table = { caption: view.label, lines, now, hrefOf };
  const others = view.id === 'watching' || view.id === 'to-sanitise';
  if (queue.hold !== 'holder' || others) return <WatchTable {...table} />;
  const sortBy = page.choices ? { sortBy: (column: SortColumn) => sortLink(page, column) } : {};
  const list = { ...table, ...sortBy, newSince: page.cameSince?.at ?? null };
  if (!page.choices) return <QueueTable {...list} />;
  return (
    <form method="get" action={link('queues/bulk', { queueCode: queue.code })}>
      <input type="hidden" name="from" value={from ?? ''} />
      <QueueTable {...list} pick="pick" />
      <div className="govuk-button-group portal-bulk portal-bulk--selected">
        {page.bulk.map((action) => {
          const { attributes, hint } = keyOf(bulkKeys[action]);
          return (
            <Button key={action} variant="secondary" name="do" value={action} {...attributes}>
              {bulkWords[action].button}
              {hint}
            </Button>
          );
        })}
      </div>
    </form>
  );
}

function Pages({ page }: PageProps) {
  const { queue, next, later } = page;
  const at = (changes = {}) => link('queues/queue', { queueCode: queue.code }, queryOf(page, changes));
  return (
    <ListPages
      label="Pages of this view"
      start={later ? at() : null}
      next={next ? at({ after: next }) : null}
    />
  );
}
