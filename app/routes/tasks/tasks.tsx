import { may } from '#app/domain/kernel/permissions.ts';
import { taskList, type TaskView } from '#app/domain/connections/tasks/task-list.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { aboutLink } from './about-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { CountedViews } from '#app/ui/layout/CountedViews.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { ListPages } from '#app/ui/layout/ListPages.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TaskTable } from '#app/ui/tasks/TaskTable.tsx';
import type { Route } from './+types/tasks.ts';

export const handle = { access: 'tasks.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const { searchParams } = args.url;
  const page = await taskList(ctx, {
    view: searchParams.get('view'),
    cursor: searchParams.get('after'),
    owner: searchParams.get('owner'),
    area: searchParams.get('area'),
  });
  return { page, leads: may(ctx.actor, 'tasks.follow-area') };
}

const views: Record<TaskView, { label: string; empty: string }> = {
  mine: { label: 'Mine', empty: 'You have no open task.' },
  shared: { label: 'My queue or role', empty: 'Your queues and roles have no open task.' },
  everyone: { label: 'Everybody’s', empty: 'Nobody has an open task that you may read.' },
  plan: { label: 'On the plan', empty: 'The plan has no open task.' },
  ended: { label: 'Mine, ended', empty: 'No task of yours has ended.' },
};

export default function Tasks({ loaderData: { page, leads } }: Route.ComponentProps) {
  const { view, counts, lines } = page;
  const counted = (['mine', 'shared', 'everyone', 'plan'] as const).map((id) => ({
    text: views[id].label,
    count: counts[id],
    href: link('tasks/tasks', {}, { view: id }),
    current: id === view,
  }));
  return (
    <Page title={`Tasks: ${views[view].label}`}>
      <PageHeading>Tasks</PageHeading>
      <CountedViews label="Views" views={counted} />
      <h2 className="govuk-heading-m">{views[view].label}</h2>
      <Narrowing page={page} />
      {lines.length === 0 ? (
        <EmptyState title={views[view].empty}>
          Tasks are added on an item of the plan, on a submission, or on an intelligence item.
        </EmptyState>
      ) : (
        <TaskTable
          caption={views[view].label}
          lines={lines}
          hrefOf={(taskId: Id<'Task'>) => link('tasks/task', { taskId })}
          hrefOfAbout={aboutLink}
        />
      )}
      <Pages page={page} />
      <p className="govuk-body">
        {view === 'ended' ? (
          <a className="govuk-link" href={link('tasks/tasks', {}, { view: 'mine' })}>
            My open tasks
          </a>
        ) : (
          <a className="govuk-link" href={link('tasks/tasks', {}, { view: 'ended' })}>
            My tasks that have ended
          </a>
        )}
      </p>
      {leads ? <AreaFigures page={page} /> : null}
    </Page>
  );
}

type PageProps = { page: Route.ComponentProps['loaderData']['page'] };

/** Whose tasks, and of which area: colleagues who are away have some too. */
function Narrowing({ page: { narrowing } }: PageProps) {
  if (!narrowing || narrowing.owners.length === 0) return null;
  const { owner, area, owners, areas } = narrowing;
  const any = { text: 'Any', value: '' };
  return (
    <form method="get" action={link('tasks/tasks')} className="portal-filter">
      <input type="hidden" name="view" value="everyone" />
      <div className="portal-filter__fields">
        <Select name="owner" label="Owner" value={owner} options={[any, ...owners]} />
        <Select name="area" label="Area" value={area} options={[any, ...areas]} />
      </div>
      <Button variant="secondary">Apply filter</Button>
    </form>
  );
}

/** How much is to be done about an area's submissions, without what the tasks say. */
function AreaFigures({ page: { areas } }: PageProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Tasks about submissions of your area and items sent to it</h2>
      <p className="govuk-body">Figures only: what these tasks say is for those who may read the report.</p>
      <CardTable
        caption="Tasks about submissions of your area and items sent to it"
        captionHidden
        columns={[
          { header: 'Area' },
          { header: 'Open', numeric: true },
          { header: 'Due today', numeric: true },
          { header: 'Overdue', numeric: true },
        ]}
        rows={areas.map(({ area, open, dueToday, overdue }) => ({
          key: area,
          cells: [area, open, dueToday, overdue],
        }))}
      />
    </>
  );
}

function Pages({ page: { view, next, later, narrowing } }: PageProps) {
  const at = (after?: string) =>
    link('tasks/tasks', {}, { view, owner: narrowing?.owner, area: narrowing?.area, after });
  return <ListPages label="Pages of this view" start={later ? at() : null} next={next ? at(next) : null} />;
}
