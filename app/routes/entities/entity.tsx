import { z } from 'zod';
import { detachEntities, mergeEntities } from '#app/domain/connections/entities/merge-entities.server.ts';
import { openEntity, type EntityReport } from '#app/domain/connections/entities/open-entity.server.ts';
import type { NamedWith } from '#app/domain/connections/entities/named-with.server.ts';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { useLink } from '#app/http/use-link.ts';
import { LinkChart, reportWords } from '#app/ui/charts/LinkChart.tsx';
import { Pagination } from '#app/ui/govuk/Pagination.tsx';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { Merges, type MergesProps } from './Merges.tsx';
import type { Route } from './+types/entity.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

/** One or two links are read faster in the table than found in a drawing. */
const FEWEST_DRAWN = 3;

/** Characters after which a name would fill the screen as a large heading. */
const LONG_NAME = 100;

export async function loader(args: Route.LoaderArgs) {
  const page = await openEntity(ctxOf(args), {
    entityId: idsOf(args).entityId,
    page: Number(args.url.searchParams.get('page') ?? '1'),
  });
  return { page };
}

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('merge'), typed: z.string(), reason: z.string() }),
  z.object({ intent: z.literal('detach'), mergeId: shownAtTimes(), detachReason: z.string() }),
]);

export const action = formAction(
  form,
  async (input, args: Route.ActionArgs) => {
    const ctx = ctxOf(args);
    const { entityId } = idsOf(args);
    const address = link('entities/entity', { entityId });
    if (input.intent === 'detach') {
      await detachEntities(ctx, { entityId, mergeId: input.mergeId, reason: input.detachReason });
      return flash(address, 'entity-detached');
    }
    await mergeEntities(ctx, { entityId, typed: input.typed, reason: input.reason });
    return flash(address, 'entity-merged');
  },
  { collides: true },
);

/** Everything that names one vehicle, number, person, place or business, as far as the reader may open it. */
export default function Entity({ loaderData: { page } }: Route.ComponentProps) {
  const link = useLink();
  const { name, kind, reports, count, namedWith } = page;
  const hrefOf = (number: number) => link('entities/entity', { entityId: page.id }, { page: number });
  return (
    <Page
      title={kind}
      backHref={link('search')}
      backText="Search"
      page={page.pages > 1 ? { number: page.page, total: page.pages } : undefined}
    >
      <PageHeading caption={kind} size={name.length > LONG_NAME ? 'm' : 'l'}>
        {name}
      </PageHeading>
      <p className="govuk-body">
        Named in {reportWords(count)} that you may open.
        {count > 1
          ? ` That two reports name the same is a reason to read both, not proof that they mean one ${kind.toLowerCase()}.`
          : ''}
      </p>
      <ShownAsOne merges={page.merges} />
      <CardTable
        caption="Reports that name it, newest first"
        columns={[
          { header: 'Report', nowrap: true },
          { header: 'It happened', nowrap: true },
          { header: 'Received', nowrap: true },
          { header: 'What it says' },
        ]}
        rows={reports.map((report) => ({
          key: `${report.reference} ${report.receivedAt.toISOString()} ${report.said[0]?.item?.id ?? ''}`,
          cells: [
            <ReportLink key="report" report={report} />,
            report.happened ?? 'In the report',
            <Received key="received" report={report} />,
            <Said key="said" report={report} />,
          ],
        }))}
      />
      <Pagination
        label="Reports that name it"
        previous={page.page > 1 ? { href: hrefOf(page.page - 1), text: 'Newer reports' } : undefined}
        next={page.page < page.pages ? { href: hrefOf(page.page + 1), text: 'Older reports' } : undefined}
      />
      <h2 className="govuk-heading-m">What it is linked with</h2>
      {namedWith.length === 0 ? (
        <p className="govuk-body">
          These reports name no other vehicle, number, person, postcode or business.
        </p>
      ) : (
        <>
          {namedWith.length < FEWEST_DRAWN ? null : (
            <LinkChart
              id="links"
              own={{ kind, name }}
              things={namedWith.map(({ submissionIds, links, ...thing }) => ({
                ...thing,
                reports: submissionIds,
                linked: links.length > 0,
              }))}
            />
          )}
          <LinkedTable namedWith={namedWith} alone={namedWith.length < FEWEST_DRAWN} />
        </>
      )}
      <Merges merges={page.merges} mayMerge={page.mayMerge} name={name} />
    </Page>
  );
}

/** Said before the reports, as some of them name it otherwise. */
function ShownAsOne({ merges }: Pick<MergesProps, 'merges'>) {
  const standing = merges.filter(({ ended }) => ended === null);
  if (standing.length === 0) return null;
  return (
    <p className="govuk-body">
      Shown as one, as FIB has merged them: {standing.map(({ names }) => names.join(' and ')).join('; ')}.{' '}
      <a className="govuk-link" href="#merges">
        Who did, and why
      </a>
    </p>
  );
}

function ReportLink({ report: { opens, reference, restricted } }: { report: EntityReport }) {
  const link = useLink();
  return (
    <>
      <a
        className="govuk-link govuk-link--no-visited-state"
        href={
          'submissionId' in opens
            ? link('submissions/submission', opens)
            : link('disseminations/dissemination', opens)
        }
      >
        {reference}
      </a>
      {restricted ? (
        <>
          {' '}
          <Tag colour="purple">Restricted</Tag>
        </>
      ) : null}
    </>
  );
}

function Received({ report: { receivedAt, sentAt } }: { report: EntityReport }) {
  if (sentAt === null) return <DateTime at={receivedAt} short />;
  return (
    <>
      Sent to you <DateTime at={sentAt} short />
    </>
  );
}

function Said({ report }: { report: EntityReport }) {
  const link = useLink();
  return (
    <ul className="govuk-list govuk-!-font-size-16 govuk-!-margin-bottom-0">
      {report.said.map(({ item, written, detail, readFromText }, index) => (
        <li key={index}>
          {item === null ? null : item.title === null ? (
            <>Item {item.number}: </>
          ) : (
            <>
              <a className="govuk-link" href={link('items/item', { itemId: item.id })}>
                Item {item.number}
              </a>
              , {item.title}:{' '}
            </>
          )}
          {[written, detail].filter(Boolean).join(', ')}
          {readFromText ? <span className="portal-secondary"> (read from the text)</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** The equal of the drawing, and more: everything, with the words of the reports. `alone`: there is too little to draw. */
function LinkedTable({ namedWith, alone }: { namedWith: readonly NamedWith[]; alone: boolean }) {
  const link = useLink();
  return (
    <CardTable
      caption="Named in the same reports"
      captionHidden={alone}
      close
      even
      columns={[{ header: 'What' }, { header: 'Kind' }, { header: 'How it is linked' }]}
      rows={namedWith.map(({ id, kind, name, links, submissionIds }) => ({
        key: id,
        cells: [
          <a
            key="what"
            className="govuk-link govuk-link--no-visited-state portal-name"
            href={link('entities/entity', { entityId: id })}
          >
            {name}
          </a>,
          kind,
          [...links, `Named in ${reportWords(submissionIds.length)}`].join('; '),
        ],
      }))}
    />
  );
}
