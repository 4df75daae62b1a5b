import { openHighEnded, type EndedLine } from '#app/domain/triage/queues/open-high-ended.server.ts';
import { outcomes } from '#app/domain/kernel/outcomes.ts';
import { statusWords } from '#app/domain/kernel/status-words.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { ListPages } from '#app/ui/layout/ListPages.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import type { Route } from './+types/high-ended.ts';

export const handle = { access: 'high.review', section: ['high', 'queues'] } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const page = await openHighEnded(ctxOf(args), { cursor: args.url.searchParams.get('after') });
  return { page };
}

export default function HighEnded({ loaderData: { page } }: Route.ComponentProps) {
  const { lines, next, later } = page;
  return (
    <Page title="High submissions that have ended">
      <PageHeading>High submissions that have ended</PageHeading>
      <p className="govuk-body">
        Every submission that ended while it was High, the newest first, with who asked for it and who agreed.
        What it says is not shown here.
      </p>
      {lines.length === 0 ? (
        <EmptyState title="No High submission has ended." />
      ) : (
        <CardTable
          caption="High submissions that have ended"
          captionHidden
          columns={[
            { header: 'Reference', nowrap: true },
            { header: 'Area' },
            { header: 'How it ended' },
            { header: 'Ended', nowrap: true },
            { header: 'By whom' },
          ]}
          rows={lines.map((line) => ({
            key: line.id,
            cells: [
              <Reference key="reference" line={line} />,
              line.area ?? <span className="portal-secondary">{line.opens ? 'Not known' : 'Not shown'}</span>,
              line.outcome ? outcomes[line.outcome].label : statusWords(line.status, { held: false }),
              <DateTime key="ended" at={line.endedAt} short />,
              line.askedBy && line.agreedBy
                ? `${line.askedBy} asked, ${line.agreedBy} agreed`
                : line.outcome === 'duplicate'
                  ? 'One person, as the danger goes on with the original'
                  : 'Not known',
            ],
          }))}
        />
      )}
      <ListPages
        start={later ? link('high-ended') : null}
        next={next ? link('high-ended', {}, { after: next }) : null}
      />
    </Page>
  );
}

function Reference({ line: { id, reference, restricted, opens } }: { line: EndedLine }) {
  const tag = restricted ? <Tag colour="purple">Restricted</Tag> : null;
  return opens ? (
    <>
      <a
        className="govuk-link govuk-link--no-visited-state"
        href={link('submissions/submission', { submissionId: id }, { from: 'high-ended' })}
      >
        {reference}
      </a>{' '}
      {tag}
    </>
  ) : (
    <span>
      {reference} {tag}
    </span>
  );
}
