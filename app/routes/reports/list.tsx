import { z } from 'zod';
import { findOwnReports, ownReports } from '#app/domain/intake/own-reports/own-reports.server.ts';
import type { FoundReports } from '#app/domain/intake/own-reports/sent-reports.server.ts';
import type { PartnerStatus } from '#app/domain/kernel/outcomes.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf, hintsContext } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { AdviceLinks } from '#app/ui/form/AdviceLinks.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { NotificationBanner } from '#app/ui/govuk/NotificationBanner.tsx';
import { EmergencyWarning } from '#app/ui/layout/Emergency.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { StartHere } from '#app/ui/layout/StartHere.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { formatDate } from '#app/ui/format/date.ts';
import { SentTable, statusAsked, StatusFilter } from './SentTable.tsx';
import type { Route } from './+types/list.ts';

export const handle = { access: 'reports.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const before = args.url.searchParams.get('before');
  const status = statusAsked(args.url.searchParams.get('status'));
  const own = await ownReports(ctx, { before, status });
  // A lead who writes reports as well starts at the home page, and has the hints there. Whoever has sent a report needs none.
  const startsHere =
    ctx.actor.roles.length === 1 && own.sent.length === 0 && status === null && before === null;
  return { ...own, status, hints: startsHere && args.context.get(hintsContext) };
}

/** Answers with what was found: a partner's own reference may say something, so it never becomes part of an address. */
export const action = formAction(
  z.object({ sought: z.string() }),
  async ({ sought }, args: Route.ActionArgs) => {
    const found = await findOwnReports(ctxOf(args), { sought });
    return { values: { sought }, errors: [], collision: null, found };
  },
);

export default function Reports({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages();
  const { drafts, questions, sent, status, covers, hints } = loaderData;
  const found = actionData && 'found' in actionData ? actionData.found : null;
  return (
    <Page title={t.reports.list.title}>
      <PageHeading>{t.reports.list.title}</PageHeading>
      <InDanger drafts={drafts.filter(({ danger }) => danger)} />
      <Questions questions={questions} />
      <EmergencyWarning />
      <p className="govuk-body">{t.reports.list.startHint}</p>
      <form method="post" action={link('reports/new')}>
        <Button start preventDoubleClick>
          {t.reports.list.start}
        </Button>
      </form>
      {hints ? <StartHere of="reporter" /> : null}
      <AdviceLinks />
      <Drafts drafts={drafts} />
      {covers ? (
        <p className="govuk-body">
          <a className="govuk-link" href={link('reports/colleagues')}>
            {t.reports.colleagues.title}
          </a>
        </p>
      ) : null}
      <h2 className="govuk-heading-m" id="sent">
        {t.reports.list.sent}
      </h2>
      {sent.length > 1 || status !== null ? <Narrow status={status} /> : null}
      {found ? <Found found={found} /> : <Sent loaderData={loaderData} />}
    </Page>
  );
}

const hrefOf = (status: PartnerStatus | null) => `${link('reports/list', {}, { status })}#sent`;

/** The reports in hand, by how they stand or by a reference. */
function Narrow({ status }: { status: PartnerStatus | null }) {
  const t = useMessages();
  return (
    <>
      <Form action={`${link('reports/list')}#sent`} role="search" className="portal-find">
        <Input
          name="sought"
          label={t.reports.list.sought}
          labelSize="s"
          hint={t.reports.list.soughtHint}
          width={20}
          autoComplete="off"
          spellCheck={false}
        />
        <Button variant="secondary">{t.reports.list.search}</Button>
      </Form>
      <StatusFilter now={status} hrefOf={hrefOf} />
    </>
  );
}

function Sent({ loaderData: { sent, older, status } }: Pick<Route.ComponentProps, 'loaderData'>) {
  const t = useMessages();
  if (sent.length === 0)
    return status === null ? (
      <EmptyState title={t.reports.list.sentNone}>{t.reports.list.sentNoneText}</EmptyState>
    ) : (
      <EmptyState title={t.reports.list.noneSo}>
        <a className="govuk-link" href={hrefOf(null)}>
          {t.reports.list.showAll}
        </a>
      </EmptyState>
    );
  return (
    <>
      {sent.length > 1 && status === null ? <p className="govuk-body">{t.reports.list.sentOrder}</p> : null}
      <SentTable caption={t.reports.list.sent} sent={sent} />
      {older ? (
        <p className="govuk-body">
          <a className="govuk-link" href={`${link('reports/list', {}, { before: older, status })}#sent`}>
            {t.reports.list.older}
          </a>
        </p>
      ) : null}
    </>
  );
}

/** What was looked for by its reference, in place of the list. */
function Found({ found: { sent, more } }: { found: FoundReports }) {
  const t = useMessages();
  const all = (
    <a className="govuk-link" href={hrefOf(null)}>
      {t.reports.list.showAll}
    </a>
  );
  if (sent.length === 0) return <EmptyState title={t.reports.list.notFound}>{all}</EmptyState>;
  return (
    <>
      <p className="govuk-body" role="status">
        {more
          ? t.reports.list.foundMore({ count: sent.length })
          : t.reports.list.found({ count: sent.length })}{' '}
        {all}
      </p>
      <SentTable caption={t.reports.list.sent} sent={sent} />
    </>
  );
}

/** Danger that was typed and not sent comes before everything else: nobody knows of it. */
function InDanger({ drafts }: Pick<Route.ComponentProps['loaderData'], 'drafts'>) {
  const t = useMessages();
  if (drafts.length === 0) return null;
  return (
    <NotificationBanner title={t.reports.list.inDangerTitle} titleId="in-danger">
      <p className="govuk-notification-banner__heading">{t.reports.list.inDanger}</p>
      <ul className="govuk-list">
        {drafts.map(({ id, code }) => (
          <li key={id}>
            <a className="govuk-notification-banner__link" href={link('reports/draft', { draftId: id })}>
              {t.reports.list.openInDanger({ code })}
            </a>
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}

/** What waits for this person comes before anything they may begin. */
function Questions({ questions }: Pick<Route.ComponentProps['loaderData'], 'questions'>) {
  const t = useMessages();
  if (questions.length === 0) return null;
  return (
    <NotificationBanner title={t.reports.list.questionsTitle} titleId="questions-for-you">
      <p className="govuk-notification-banner__heading">
        {t.reports.list.questions({ count: questions.length })}
      </p>
      <ul className="govuk-list">
        {questions.map(({ id, reference, partnerReference }) => (
          <li key={id}>
            <a
              className="govuk-notification-banner__link"
              href={link('reports/submission', { submissionId: id })}
            >
              {t.reports.list.question({ reference })}
            </a>
            {partnerReference ? ` (${partnerReference})` : null}
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}

function Drafts({ drafts }: { drafts: Route.ComponentProps['loaderData']['drafts'] }) {
  const t = useMessages();
  if (drafts.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t.reports.list.drafts}</h2>
      <p className="govuk-body">{t.reports.list.draftsWarning}</p>
      <CardTable
        caption={t.reports.list.drafts}
        captionHidden
        columns={[
          { header: t.reports.list.draftName },
          { header: t.reports.list.draftStarted },
          { header: t.reports.list.draftSaved },
          { header: t.reports.list.draftExpires },
          { header: t.reports.list.draftContinue, visuallyHidden: true },
        ]}
        rows={drafts.map((draft) => ({
          key: draft.id,
          cells: [
            <span key="name">
              {t.reports.list.draftCode({ code: draft.code })}
              {draft.partnerReference ? (
                <>
                  <br />
                  <span className="portal-secondary">
                    {t.reports.list.draftOwn({ reference: draft.partnerReference })}
                  </span>
                </>
              ) : null}
              {draft.danger ? (
                <>
                  <br />
                  <strong>{t.reports.list.draftDanger}</strong>
                </>
              ) : null}
            </span>,
            <span key="started">
              <DateTime at={draft.createdAt} />
              <br />
              <span className="portal-secondary">{t.reports.list.draftAge({ count: draft.ageDays })}</span>
            </span>,
            <DateTime key="saved" at={draft.updatedAt} />,
            <DateTime key="expires" at={draft.expiresAt} dateOnly />,
            <span key="actions" className="portal-row-links">
              <a className="govuk-link" href={link('reports/draft', { draftId: draft.id })}>
                {t.reports.list.draftContinue}
                <span className="govuk-visually-hidden">
                  {' '}
                  {t.reports.list.draftOf({
                    code: draft.code,
                    started: formatDate(new Date(draft.createdAt)),
                  })}
                </span>
              </a>{' '}
              <a className="govuk-link" href={link('reports/draft-delete', { draftId: draft.id })}>
                {t.reports.list.draftDelete}
                <span className="govuk-visually-hidden">
                  {' '}
                  {t.reports.list.draftOf({
                    code: draft.code,
                    started: formatDate(new Date(draft.createdAt)),
                  })}
                </span>
              </a>
            </span>,
          ],
        }))}
      />
    </>
  );
}
