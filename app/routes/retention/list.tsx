import { listRetention, type RetentionLine } from '#app/domain/retention/retention-list.server.ts';
import { retentionViews, type RetentionView } from '#app/domain/retention/retention-words.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { ListPages } from '#app/ui/layout/ListPages.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { RetentionTable, problemOf, stepOf, stepWords } from './RetentionTable.tsx';
import type { Route } from './+types/list.ts';

export const handle = { access: 'retention.decide' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = args.url;
  const view = retentionViews.find((each) => each === searchParams.get('view')) ?? 'due';
  const after = searchParams.get('after');
  const all = searchParams.get('all') === 'yes';
  return { page: await listRetention(ctxOf(args), { view, after }), after, all };
}

const views: Record<RetentionView, { label: string; at: string; empty: string }> = {
  due: { label: 'Due', at: 'Due since', empty: 'No report is due.' },
  proposed: { label: 'Disposal proposed', at: 'Proposed', empty: 'No disposal waits for a second person.' },
  held: { label: 'On legal hold', at: 'On hold since', empty: 'No report is on legal hold.' },
};

export default function Retention({ loaderData: { page, after, all } }: Route.ComponentProps) {
  const { view, lines, next, later } = page;
  const { label, empty } = views[view];
  return (
    <Page title={`Retention: ${label.toLowerCase()}`}>
      <PageHeading>Retention</PageHeading>
      <p className="govuk-body">
        Reports whose time has run out, by the rules of the force. Open one to see what would go or to keep it
        longer. Select those that are to go: one FIB supervisor proposes, and a second one decides.
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
      {lines.length === 0 ? (
        <EmptyState title={empty} />
      ) : (
        <Selection view={view} lines={lines} after={after} all={all} />
      )}
      <ListPages
        start={later ? link('retention/list', {}, { view }) : null}
        next={next ? link('retention/list', {}, { view, after: next }) : null}
      />
    </Page>
  );
}

type SelectionProps = {
  view: RetentionView;
  lines: readonly RetentionLine[];
  /** Where this page of the list begins. */
  after: string | null;
  all: boolean;
};

/** With one button for all that are selected, where any can be. */
function Selection({ view, lines, after, all }: SelectionProps) {
  const step = stepOf(view);
  const { label, at } = views[view];
  const table = <RetentionTable caption={label} at={at} lines={lines} step={step} all={all} />;
  const count = step === null ? 0 : lines.filter((line) => problemOf(step, line) === null).length;
  if (step === null || count === 0) return table;
  return (
    <form method="get" action={link('retention/selected')}>
      <div className="govuk-button-group portal-bulk">
        <Button variant="secondary" name="do" value={step}>
          {stepWords[step].choose}
        </Button>
        <a
          className="govuk-link govuk-link--no-visited-state"
          href={link('retention/list', {}, { view, after, all: all ? null : 'yes' })}
        >
          {all ? 'Select none' : `Select all ${count} on this page`}
        </a>
      </div>
      {table}
    </form>
  );
}
