import { z } from 'zod';
import { readJobs, sendJobsAgain, type JobCount } from '#app/domain/admin/jobs.server.ts';
import { isId } from '#app/domain/kernel/id.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { jobWords } from './job-words.ts';
import type { Route } from './+types/jobs.ts';

export const handle = { access: 'jobs.oversee', section: 'jobs' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { jobs: await readJobs(ctxOf(args)) };
}

const all = 'all';
const form = z.object({ job: z.string() });

export const action = formAction(form, async ({ job }, args: Route.ActionArgs) => {
  if (job !== all && !isId(job)) throw new NotFound();
  await sendJobsAgain(ctxOf(args), job === all ? all : { id: job });
  return flash(link('administration/jobs'), 'jobs-sent-again');
});

export default function Jobs({ loaderData: { jobs } }: Route.ComponentProps) {
  const { dead } = jobs;
  const counts = jobs.counts.filter(({ state }) => state !== 'dead');
  const givenUp = jobs.counts.reduce((sum, { state, count }) => (state === 'dead' ? sum + count : sum), 0);
  const waiting = [...new Set(counts.map(({ name }) => name))];
  return (
    <Page title="Jobs">
      <PageHeading>Jobs</PageHeading>
      <p className="govuk-body">
        Mail, calls and files that the portal works off in the background. Each is tried again by itself, at
        growing distances. What was given up waits here until you send it again: find out first what kept it,
        such as a mail server that is away.
      </p>
      <h2 className="govuk-heading-m">Given up</h2>
      {dead.length === 0 ? (
        <EmptyState title="Nothing was given up." />
      ) : (
        <>
          {givenUp > dead.length ? (
            <p className="govuk-body">
              The latest {dead.length} of {givenUp} are shown.
            </p>
          ) : null}
          {dead.length > 1 ? <SendAgain job={all}>Send all of them again</SendAgain> : null}
          <CardTable
            caption="Jobs that were given up, the latest first"
            captionHidden
            columns={[
              { header: 'What' },
              { header: 'Asked for', nowrap: true },
              { header: 'Given up', nowrap: true },
              { header: 'Tries', numeric: true },
              { header: 'Send again', visuallyHidden: true },
            ]}
            rows={dead.map(({ id, name, createdAt, endedAt, tries }) => ({
              key: id,
              cells: [
                jobWords[name],
                <DateTime key="asked" at={createdAt} />,
                <DateTime key="ended" at={endedAt} />,
                tries,
                <SendAgain key="again" job={id} hidden={jobWords[name]}>
                  Send again
                </SendAgain>,
              ],
            }))}
          />
        </>
      )}
      <h2 className="govuk-heading-m">Waiting</h2>
      {waiting.length === 0 ? (
        <EmptyState title="Nothing waits." />
      ) : (
        <CardTable
          caption="Jobs that are not done, by what they do"
          captionHidden
          columns={[
            { header: 'What' },
            { header: 'Waiting', numeric: true },
            { header: 'Tried and waiting', numeric: true },
            { header: 'The oldest', nowrap: true },
          ]}
          rows={waiting.map((name) => {
            const own = counts.filter((each) => each.name === name);
            return {
              key: name,
              cells: [
                jobWords[name],
                countOf(own, 'waiting') + countOf(own, 'running'),
                countOf(own, 'trying_again'),
                <DateTime
                  key="oldest"
                  at={new Date(Math.min(...own.map(({ oldest }) => oldest.getTime())))}
                />,
              ],
            };
          })}
        />
      )}
    </Page>
  );
}

const countOf = (counts: readonly JobCount[], state: JobCount['state']): number =>
  counts.find((each) => each.state === state)?.count ?? 0;

/** `hidden` says which of several alike it is, to whoever does not see where it stands. */
function SendAgain({ job, hidden, children }: { job: string; hidden?: string; children: string }) {
  return (
    <Form>
      <input type="hidden" name="job" value={job} />
      <Button
        variant="secondary"
        preventDoubleClick
        className={hidden === undefined ? undefined : 'govuk-!-margin-bottom-0 portal-nowrap'}
      >
        {children}
        {hidden === undefined ? null : <span className="govuk-visually-hidden">: {hidden}</span>}
      </Button>
    </Form>
  );
}
