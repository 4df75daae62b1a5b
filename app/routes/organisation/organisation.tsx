import { ownOrganisation, type OwnOrganisation } from '#app/domain/desks/own-organisation.server.ts';
import { addMonths, monthName } from '#app/domain/kernel/months.ts';
import type { PartnerStatus } from '#app/domain/kernel/outcomes.ts';
import type { Site } from '#app/domain/people/organisations/organisation.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { formatDate } from '#app/ui/format/date.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { AccountStatus } from '#app/ui/layout/AccountStatus.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { SentTable, statusAsked, StatusFilter } from '../reports/SentTable.tsx';
import { ImmigrationUses } from '#app/ui/people/ImmigrationUses.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/organisation.ts';

export const handle = { access: 'organisation.lead', section: 'organisation' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const before = args.url.searchParams.get('before');
  const status = statusAsked(args.url.searchParams.get('status'));
  return {
    own: await ownOrganisation(ctxOf(args), { before, status }),
    paged: before !== null,
    status,
  };
}

export default function Organisation({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  const { own, status } = loaderData;
  return (
    <Page title={t.organisation.title}>
      <PageHeading caption={t.organisation.title}>{own.name}</PageHeading>
      <Awaited own={own} />
      <h2 className="govuk-heading-m">{t.organisation.members}</h2>
      <p className="govuk-body">{t.organisation.membersText}</p>
      <Members members={own.members} />
      <ButtonLink href={link('organisation/invite')} variant="secondary">
        {t.organisation.invite}
      </ButtonLink>
      <p className="govuk-body">
        <a className="govuk-link" href={link('organisation/lost-factor')}>
          {t.organisation.lostFactor.link}
        </a>
      </p>
      <Sites sites={own.sites} />
      <OwnContacts lines={own.ownContacts} />
      <Agreement agreement={own.agreement} />
      <ImmigrationUses uses={own.immigrationUses} />
      <Quarters quarters={own.quarters} />
      <h2 className="govuk-heading-m" id="submissions">
        {t.organisation.submissions}
      </h2>
      <p className="govuk-body">
        {own.covers
          ? t.organisation.submissionsTextCover
          : own.authors
            ? t.organisation.submissionsTextAuthors
            : t.organisation.submissionsText}
      </p>
      {own.sent.length > 1 || status !== null ? <StatusFilter now={status} hrefOf={hrefOf} /> : null}
      <Submissions loaderData={loaderData} />
    </Page>
  );
}

function Members({ members }: Pick<OwnOrganisation, 'members'>) {
  const t = useMessages();
  return (
    <CardTable
      caption={t.organisation.members}
      captionHidden
      columns={[t.organisation.name, t.organisation.email, t.organisation.roles, t.organisation.status].map(
        (header) => ({ header }),
      )}
      rows={members.map((member) => ({
        key: member.id,
        cells: [
          <a
            key="name"
            className="govuk-link govuk-link--no-visited-state"
            href={link('organisation/member', { accountId: member.id })}
          >
            {member.displayName}
          </a>,
          member.email,
          <Lines key="roles" lines={member.roles.map((role) => t.organisation.role[role])} />,
          <AccountStatus
            key="status"
            status={member.status}
            text={t.organisation.memberStatus[member.status]}
          />,
        ],
      }))}
    />
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="govuk-list govuk-!-font-size-16 govuk-!-margin-bottom-0">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Most organisations have no sites: then nothing is said of them. */
function Sites({ sites }: Pick<OwnOrganisation, 'sites'>) {
  const t = useMessages();
  if (sites.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t.organisation.sites}</h2>
      <p className="govuk-body">{t.organisation.sitesText}</p>
      <CardTable
        caption={t.organisation.sites}
        captionHidden
        columns={[t.organisation.site, t.organisation.area, t.organisation.accreditation].map((header) => ({
          header,
        }))}
        rows={sites.map((site) => ({
          key: site.id,
          cells: [
            site.name,
            site.area ?? t.organisation.areaNone,
            <Accredited key="accredited" site={site} />,
          ],
        }))}
      />
    </>
  );
}

function OwnContacts({ lines }: { lines: readonly string[] }) {
  const t = useMessages();
  if (lines.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t.organisation.ownContacts}</h2>
      <p className="govuk-body">{t.organisation.ownContactsText}</p>
      <Lines lines={lines} />
    </>
  );
}

function Accredited({ site: { state, from, until, withdrawnOn } }: { site: Site }) {
  const words = useMessages().organisation.accredited;
  const at = { accredited: from, to_come: from, ended: until, withdrawn: withdrawnOn, never: null }[state];
  return (
    <>
      {words[state]} {at === null ? null : <DateTime at={at} dateOnly />}
      {state === 'accredited' && until !== null ? (
        <>
          {' '}
          {words.until} <DateTime at={until} dateOnly />
        </>
      ) : null}
    </>
  );
}

function Agreement({ agreement }: Pick<OwnOrganisation, 'agreement'>) {
  const t = useMessages();
  const { reference, from, until, standing } = agreement;
  return (
    <>
      <h2 className="govuk-heading-m" id="agreement">
        {t.organisation.agreement}
      </h2>
      <p className="govuk-body">{t.organisation.agreementText}</p>
      {standing.state === 'ended' ? <WarningText>{t.organisation.agreementEnded}</WarningText> : null}
      {standing.state === 'ends_soon' ? (
        <WarningText>{t.organisation.agreementEnds({ days: standing.daysLeft })}</WarningText>
      ) : null}
      <SummaryList
        rows={[
          { key: t.organisation.agreementReference, value: reference ?? t.organisation.agreementNone },
          from !== null && { key: t.organisation.agreementFrom, value: <DateTime at={from} dateOnly /> },
          {
            key: t.organisation.agreementUntil,
            value: until === null ? t.organisation.agreementOpen : <DateTime at={until} dateOnly />,
          },
        ]}
      />
    </>
  );
}

const hrefOf = (status: PartnerStatus | null) =>
  `${link('organisation/organisation', {}, { status })}#submissions`;

function Submissions({ loaderData: { own, paged, status } }: Pick<Route.ComponentProps, 'loaderData'>) {
  const t = useMessages();
  const newest = (
    <a className="govuk-link" href={hrefOf(null)}>
      {t.organisation.newest}
    </a>
  );
  if (own.sent.length === 0)
    return paged || status !== null ? (
      <EmptyState title={status === null ? t.organisation.submissionsNoMore : t.reports.list.noneSo}>
        {newest}
      </EmptyState>
    ) : (
      <EmptyState title={t.organisation.submissionsNone}>{t.organisation.submissionsNoneText}</EmptyState>
    );
  return (
    <>
      <SentTable caption={t.organisation.submissions} sent={own.sent} authors={own.authors} />
      {paged ? <p className="govuk-body">{newest}</p> : null}
      {own.older ? (
        <p className="govuk-body">
          <a
            className="govuk-link"
            href={`${link('organisation/organisation', {}, { before: own.older, status })}#submissions`}
          >
            {t.organisation.older}
          </a>
        </p>
      ) : null}
    </>
  );
}

/** Whose answers the police wait for: names where the agreement shows them. */
function Awaited({ own: { awaited, authors } }: { own: OwnOrganisation }) {
  const t = useMessages();
  if (awaited.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t.organisation.awaited}</h2>
      <p className="govuk-body">{authors ? t.organisation.awaitedText : t.organisation.awaitedUnnamed}</p>
      <ul className="govuk-list govuk-list--bullet">
        {awaited.map(({ name, count, oldest }) => (
          <li key={name}>
            {name === null ? null : `${name}: `}
            {t.organisation.awaitedCount({ count, since: formatDate(new Date(oldest)) })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What came of the reports, in numbers from which no single one follows. */
function Quarters({ quarters }: Pick<OwnOrganisation, 'quarters'>) {
  const t = useMessages();
  if (quarters.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t.organisation.quarters}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {quarters.map(({ firstMonth, sent, used }) => (
          <li key={firstMonth}>
            {t.organisation.quarter({
              from: monthName(firstMonth),
              to: monthName(addMonths(firstMonth, 2)),
              sent,
              used,
            })}
          </li>
        ))}
      </ul>
      <p className="govuk-body">{t.organisation.quartersText}</p>
    </>
  );
}
