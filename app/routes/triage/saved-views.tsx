import { redirect } from 'react-router';
import { openSavedViews, removeView, saveView } from '#app/domain/triage/queues/save-view.server.ts';
import { link } from '#app/http/link.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { doneWords } from '#app/http/forms/done.ts';
import { errorOf, formState, valueOf, valuesOf } from '#app/http/forms/form-state.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/saved-views.ts';

export const handle = { access: 'triage.work', marking: null } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { url, params } = args;
  return {
    page: await openSavedViews(ctxOf(args), { queueCode: params.queueCode, query: url.search }),
    done: doneWords(url.searchParams.get('done')),
  };
}

/** Saves a view, or removes the one whose button was pressed. */
export async function action(args: Route.ActionArgs) {
  const { queueCode } = args.params;
  const form = await readForm(args.request, ['name', 'query', 'shared', 'remove']);
  if (form.has('remove')) {
    await removeView(ctxOf(args), { queueCode, viewId: form.get('remove') });
    throw redirect(`${link('triage/saved-views', { queueCode })}?done=view-removed`);
  }
  const query = form.get('query');
  const saved = await attempt(form, () =>
    saveView(ctxOf(args), { queueCode, query, name: form.get('name'), shared: form.get('shared') === 'yes' }),
  );
  if (!saved.ok) return saved.refused;
  throw redirect(`${link('triage/saved-views', { queueCode })}?done=view-saved`);
}

export default function SavedViews({ loaderData: { page, done }, actionData }: Route.ComponentProps) {
  const { queue, views, mayShare } = page;
  const state = actionData ?? formState({ query: page.query });
  return (
    <Page
      title="Saved views"
      backHref={link('triage/queue', { queueCode: queue.code })}
      backText={queue.name}
      errors={state.errors}
      success={done ?? undefined}
    >
      <PageHeading caption={queue.name}>Saved views</PageHeading>
      {views.length === 0 ? (
        <EmptyState title="No view is saved yet.">
          Filter a list of this queue and save it here under a name.
        </EmptyState>
      ) : (
        <CardTable
          caption="Views of this queue"
          captionHidden
          columns={[
            { header: 'Name' },
            { header: 'For' },
            { header: 'Submissions now', numeric: true },
            { header: 'Action', visuallyHidden: true },
          ]}
          rows={views.map((view) => ({
            key: view.id,
            cells: [
              <a
                key="name"
                className="govuk-link govuk-link--no-visited-state"
                href={`${link('triage/queue', { queueCode: queue.code })}?${view.query}`}
              >
                {view.name}
              </a>,
              view.shared ? 'All officers of the queue' : 'You',
              view.more ? `More than ${view.count}` : view.count,
              (view.shared ? mayShare : view.own) ? (
                <form key="remove" method="post">
                  <Button
                    variant="secondary"
                    name="remove"
                    value={view.id}
                    className="govuk-!-margin-bottom-0"
                  >
                    Remove<span className="govuk-visually-hidden"> {view.name}</span>
                  </Button>
                </form>
              ) : null,
            ],
          }))}
        />
      )}
      <TwoThirds>
        <h2 className="govuk-heading-m">Save the list you came from</h2>
        <p className="govuk-body">
          {page.view === ''
            ? 'Only lists of open submissions can be saved.'
            : `It is “${page.view}” with its filter and order.`}
        </p>
        <form method="post" noValidate>
          <input type="hidden" name="query" value={valueOf(state, 'query')} />
          <Input
            name="name"
            label="Name of the view"
            labelClassName="govuk-label--s"
            hint="Of the kind of work. Never a person, a place or a vehicle of a report"
            autoComplete="off"
            width={20}
            value={valueOf(state, 'name')}
            error={errorOf(state, 'name')}
          />
          {mayShare ? (
            <Checkboxes
              name="shared"
              values={valuesOf(state, 'shared')}
              items={[{ value: 'yes', label: 'Share it with all officers of this queue' }]}
            />
          ) : null}
          <Button preventDoubleClick>Save view</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
