import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form, HiddenField } from '#app/ui/layout/Form.tsx';
import { shownAtTimes, tick } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { openSavedViews, removeView, saveView } from '#app/domain/triage/queues/save-view.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/views.ts';

export const handle = { access: 'triage.work', marking: null } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { url, params } = args;
  return {
    page: await openSavedViews(ctxOf(args), { queueCode: params.queueCode, query: url.search }),
  };
}

const form = z.object({
  name: shownAtTimes(),
  query: shownAtTimes(),
  shared: tick(),
  remove: shownAtTimes(),
});

/** Saves a view, or removes the one whose button was pressed. */
export const action = formAction(form, async ({ remove, ...view }, args: Route.ActionArgs) => {
  const { queueCode } = args.params;
  const address = link('queues/views', { queueCode });
  if (remove !== '') {
    await removeView(ctxOf(args), { queueCode, viewId: remove });
    return flash(address, 'view-removed');
  }
  await saveView(ctxOf(args), { queueCode, ...view });
  return flash(address, 'view-saved');
});

export default function SavedViews({ loaderData: { page } }: Route.ComponentProps) {
  const { queue, views, mayShare } = page;
  return (
    <Page
      title="Saved views"
      backHref={link('queues/queue', { queueCode: queue.code })}
      backText={queue.name}
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
                href={`${link('queues/queue', { queueCode: queue.code })}?${view.query}`}
              >
                {view.name}
              </a>,
              view.shared ? 'All officers of the queue' : 'You',
              view.more ? `More than ${view.count}` : view.count,
              (view.shared ? mayShare : view.own) ? (
                <Form key="remove">
                  <Button
                    variant="secondary"
                    name="remove"
                    value={view.id}
                    className="govuk-!-margin-bottom-0"
                  >
                    Remove<span className="govuk-visually-hidden"> {view.name}</span>
                  </Button>
                </Form>
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
        <Form values={{ query: page.query }}>
          <HiddenField name="query" />
          <Input
            name="name"
            label="Name of the view"
            labelClassName="govuk-label--s"
            hint="Of the kind of work. Never a person, a place or a vehicle of a report"
            autoComplete="off"
            width={20}
          />
          {mayShare ? (
            <Checkboxes
              name="shared"
              items={[{ value: 'yes', label: 'Share it with all officers of this queue' }]}
            />
          ) : null}
          <Button preventDoubleClick>Save view</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
