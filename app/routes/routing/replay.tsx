import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { flash } from '#app/http/forms/flash.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { expectedVersion, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { readReplay, type ReplayPage } from '#app/domain/routing/read-replay.server.ts';
import { replayChanges } from '#app/domain/routing/replay.ts';
import { replayRules, replaySizes } from '#app/domain/routing/replay-rules.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { ListPages } from '#app/ui/layout/ListPages.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import type { Id } from '#app/domain/kernel/id.ts';
import { ReplayTable } from './ReplayTable.tsx';
import type { Route } from './+types/replay.ts';

export const handle = { access: 'rules.write', marking: 'submission' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const written = args.url.searchParams.get('after') ?? '';
  const after = /^\d{1,5}$/.test(written) ? Number(written) : 0;
  return {
    page: await readReplay(ctxOf(args), { after }),
    after,
    sizes: [...replaySizes],
  };
}

const form = z.object({ last: shownAtTimes(), expectedVersion: expectedVersion() });

export const action = formAction(form, async ({ last, expectedVersion }, args: Route.ActionArgs) => {
  await replayRules(ctxOf(args), { last, seenRevision: expectedVersion });
  return flash(link('routing/replay'), 'rules-replayed');
});

export default function Replay({ loaderData }: Route.ComponentProps) {
  const { page, after, sizes } = loaderData;
  return (
    <Page title="Replay of routing rules" backHref={link('routing/draft')} backText="The draft">
      <PageHeading caption={`Draft, started from version ${page.basedOn}`}>
        Replay over past submissions
      </PageHeading>
      <p className="govuk-body">
        Each submission is routed once by the rules in force and once by the draft, from what was sent.
        Nothing of it changes.
      </p>
      {page.replay ? <Result replay={page.replay} after={after} /> : null}
      <Again page={page} sizes={sizes} />
    </Page>
  );
}

function Again({ page, sizes }: { page: ReplayPage; sizes: readonly number[] }) {
  return (
    <Form values={{ last: '400' }} expectedVersion={page.revision}>
      <Radios
        name="last"
        legend={page.replay ? 'Replay again' : 'How many submissions?'}
        legendSize="m"
        hint="The newest, counted back from today"
        items={sizes.map((size) => ({ value: size, label: `The last ${size}` }))}
      />
      <Button variant={page.replay ? 'secondary' : undefined} preventDoubleClick>
        Replay
      </Button>
    </Form>
  );
}

type Replayed = NonNullable<ReplayPage['replay']>;

function Result({ replay, after }: { replay: Replayed; after: number }) {
  return (
    <>
      <h2 className="govuk-heading-m">
        {replay.differing} of {replay.counted} {replay.counted === 1 ? 'submission' : 'submissions'} would
        have been routed differently
      </h2>
      <p className="govuk-body portal-secondary">
        Replayed by {replay.runBy} on <DateTime at={replay.runAt} />, with the draft as it is now. Facts are
        those of the day of each submission; only whether its organisation belongs to the partner network is
        as it is today.
      </p>
      {replay.counts.length > 0 ? (
        <ul className="govuk-list govuk-list--bullet">
          {replay.counts.map(({ change, count }) => (
            <li key={change}>
              {replayChanges[change]}: {count}
            </li>
          ))}
        </ul>
      ) : null}
      {replay.differences.length > 0 ? (
        <ReplayTable
          differences={replay.differences}
          submissionHref={(submissionId: Id<'Submission'>) =>
            link('submissions/submission', { submissionId })
          }
        />
      ) : (
        <EmptyState title={replay.differing > 0 ? 'No more differences' : 'No differences'}>
          {replay.differing > 0 ? null : 'The draft would have routed each of them as the rules in force do.'}
        </EmptyState>
      )}
      <ListPages
        label="Pages of differences"
        start={after === 0 ? null : link('routing/replay')}
        next={replay.next === null ? null : link('routing/replay', {}, { after: replay.next })}
      />
    </>
  );
}
