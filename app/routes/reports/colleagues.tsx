import { colleaguesReports } from '#app/domain/intake/own-reports/colleagues-reports.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { ImmigrationUses } from '#app/ui/people/ImmigrationUses.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { SentTable, statusAsked, StatusFilter } from './SentTable.tsx';
import type { Route } from './+types/colleagues.ts';

export const handle = { access: 'reports.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = args.url;
  const status = statusAsked(searchParams.get('status'));
  return {
    ...(await colleaguesReports(ctxOf(args), { before: searchParams.get('before'), status })),
    status,
  };
}

export default function Colleagues({
  loaderData: { drafts, sent, older, status, immigrationUses },
}: Route.ComponentProps) {
  const t = useMessages();
  return (
    <Page title={t.reports.colleagues.title} backHref={link('reports/list')}>
      <PageHeading>{t.reports.colleagues.title}</PageHeading>
      <p className="govuk-body">{t.reports.colleagues.intro}</p>
      <h2 className="govuk-heading-m">{t.reports.colleagues.drafts}</h2>
      <Drafts drafts={drafts} />
      <h2 className="govuk-heading-m" id="sent">
        {t.reports.list.sent}
      </h2>
      {sent.length > 1 || status !== null ? (
        <StatusFilter
          now={status}
          hrefOf={(wanted) => `${link('reports/colleagues', {}, { status: wanted })}#sent`}
        />
      ) : null}
      {sent.length === 0 ? (
        <p className="govuk-body">
          {status === null ? t.reports.colleagues.sentNone : t.reports.list.noneSo}
        </p>
      ) : (
        <SentTable caption={t.reports.list.sent} sent={sent} authors />
      )}
      {older ? (
        <p className="govuk-body">
          <a className="govuk-link" href={link('reports/colleagues', {}, { before: older, status })}>
            {t.reports.colleagues.older}
          </a>
        </p>
      ) : null}
      <ImmigrationUses uses={immigrationUses} />
    </Page>
  );
}

function Drafts({ drafts }: { drafts: Route.ComponentProps['loaderData']['drafts'] }) {
  const t = useMessages();
  if (drafts.length === 0) return <p className="govuk-body">{t.reports.colleagues.draftsNone}</p>;
  return (
    <>
      <p className="govuk-body">{t.reports.colleagues.takeOverHint}</p>
      <CardTable
        caption={t.reports.colleagues.drafts}
        captionHidden
        columns={[
          { header: t.reports.colleagues.writer },
          { header: t.reports.list.draftStarted },
          { header: t.reports.list.draftSaved },
          { header: t.reports.list.draftExpires },
          { header: t.reports.colleagues.takeOver, visuallyHidden: true },
        ]}
        rows={drafts.map((draft) => ({
          key: draft.id,
          cells: [
            <span key="writer">
              {draft.writer}
              {draft.danger ? (
                <>
                  <br />
                  <strong>{t.reports.list.draftDanger}</strong>
                </>
              ) : null}
            </span>,
            <DateTime key="started" at={draft.createdAt} />,
            <DateTime key="saved" at={draft.updatedAt} />,
            <DateTime key="expires" at={draft.expiresAt} dateOnly />,
            <a key="take" className="govuk-link" href={link('reports/take-over', { draftId: draft.id })}>
              {t.reports.colleagues.takeOver}
              <span className="govuk-visually-hidden">
                {' '}
                {t.reports.colleagues.takeOverOf({ name: draft.writer })}
              </span>
            </a>,
          ],
        }))}
      />
    </>
  );
}
