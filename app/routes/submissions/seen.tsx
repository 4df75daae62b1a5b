import { whoHasSeen } from '#app/domain/desks/who-has-seen.server.ts';
import { readPlace } from '#app/domain/audit/trail-filter.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { useLink } from '#app/http/use-link.ts';
import { Pagination } from '#app/ui/govuk/Pagination.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import type { Route } from './+types/seen.ts';

export const handle = { access: 'readings.oversee' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const before = readPlace(args.url.searchParams.get('before') ?? '');
  const { submissionId } = idsOf(args);
  return { page: await whoHasSeen(ctxOf(args), { submissionId, before }), paged: before !== null };
}

/** Each reading of a submission and of what belongs to it: who, when, and what kind of thing, never the thing. */
export default function Seen({ loaderData: { page, paged } }: Route.ComponentProps) {
  const link = useLink();
  const { submissionId, reference, readings, earlier } = page;
  const here = (before?: string) => link('submissions/seen', { submissionId }, { before });
  return (
    <Page
      title="Who has seen this"
      backHref={`${link('submissions/submission', { submissionId })}#history`}
      backText="Submission"
    >
      <PageHeading caption={`Submission ${reference}`}>Who has seen this</PageHeading>
      <p className="govuk-body">
        Each time that somebody opened the submission, its partner’s copy, or a file, item, sheet or task of
        it. That it stood in a list or in what a search found is in the audit trail only.
      </p>
      {readings.length === 0 ? (
        <EmptyState title="No reading is recorded" />
      ) : (
        <CardTable
          caption="Readings, newest first"
          captionHidden
          columns={[{ header: 'Who' }, { header: 'What' }, { header: 'When', nowrap: true }]}
          rows={readings.map(({ id, who, what, at }) => ({
            key: id,
            cells: [who, what, <DateTime key="at" at={at} short />],
          }))}
        />
      )}
      {earlier || paged ? (
        <Pagination
          label="Pages of this list"
          previous={paged ? { href: here(), text: 'Newest' } : undefined}
          next={earlier ? { href: here(earlier), text: 'Earlier' } : undefined}
        />
      ) : null}
    </Page>
  );
}
