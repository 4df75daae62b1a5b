import { editionsOf } from '#app/domain/plan/editions/editions.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { EditionFiles } from './EditionText.tsx';
import type { Route } from './+types/editions.ts';

export const handle = { access: 'plan.read' } satisfies RouteHandle;

export const loader = (args: Route.LoaderArgs) => editionsOf(ctxOf(args), { planId: idsOf(args).planId });

export default function Editions({ loaderData: { plan, editions, mayPublish } }: Route.ComponentProps) {
  const planId = plan.id;
  return (
    <Page
      title="Public editions of a plan"
      backHref={link('plans/plan', { planId })}
      backText="Plan of a year"
    >
      <PageHeading caption={plan.title}>Public editions</PageHeading>
      <p className="govuk-body">
        What the force tells the public of its plan. An edition never changes; words that are withheld are in
        none of its files.
      </p>
      {mayPublish ? (
        <div className="govuk-button-group">
          <ButtonLink href={link('plans/edition-new', { planId })}>Look at the next edition</ButtonLink>
          <a className="govuk-link" href={link('plans/withhold', { planId })}>
            Words withheld
          </a>
        </div>
      ) : null}
      {editions.length === 0 ? (
        <EmptyState title="No edition yet">The MDS lead publishes them.</EmptyState>
      ) : (
        <CardTable
          caption="Editions, the newest first"
          captionHidden
          columns={[
            { header: 'Edition' },
            { header: 'Published', nowrap: true },
            { header: 'By' },
            { header: 'Files' },
          ]}
          rows={editions.map(({ id: editionId, number, publishedAt, by }) => ({
            key: editionId,
            cells: [
              <a key="edition" className="govuk-link" href={link('plans/edition', { planId, editionId })}>
                Edition {number}
              </a>,
              <DateTime key="published" at={publishedAt} dateOnly short />,
              by,
              <EditionFiles key="files" planId={planId} editionId={editionId} number={number} />,
            ],
          }))}
        />
      )}
    </Page>
  );
}
