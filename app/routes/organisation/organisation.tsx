import {
  ownOrganisation,
  type OwnOrganisation,
} from '#app/domain/people/organisations/own-organisation.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { AccountStatus } from '#app/ui/layout/AccountStatus.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { PartnerStatusTag } from '#app/ui/layout/PartnerStatusTag.tsx';
import { ImmigrationUses } from '#app/ui/people/ImmigrationUses.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/organisation.ts';

export const handle = { access: 'organisation.lead', section: 'organisation' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const before = args.url.searchParams.get('before');
  return {
    own: await ownOrganisation(ctxOf(args), { before }),
    paged: before !== null,
  };
}

export default function Organisation({ loaderData: { own, paged } }: Route.ComponentProps) {
  const t = useMessages();
  return (
    <Page title={t.organisation.title}>
      <PageHeading caption={t.organisation.title}>{own.name}</PageHeading>
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
      <ImmigrationUses uses={own.immigrationUses} />
      <h2 className="govuk-heading-m" id="submissions">
        {t.organisation.submissions}
      </h2>
      <p className="govuk-body">
        {own.covers ? t.organisation.submissionsTextCover : t.organisation.submissionsText}
      </p>
      <Submissions own={own} paged={paged} />
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
        columns={[t.organisation.site, t.organisation.area, t.organisation.accredited].map((header) => ({
          header,
        }))}
        rows={sites.map((site) => ({
          key: site.id,
          cells: [
            site.name,
            site.area ?? t.organisation.areaNone,
            site.accreditedOn ? (
              <DateTime key="accredited" at={site.accreditedOn} dateOnly />
            ) : (
              t.organisation.accreditedNot
            ),
          ],
        }))}
      />
    </>
  );
}

function Submissions({ own, paged }: { own: OwnOrganisation; paged: boolean }) {
  const t = useMessages();
  const newest = (
    <a className="govuk-link" href={`${link('organisation/organisation')}#submissions`}>
      {t.organisation.newest}
    </a>
  );
  if (own.submissions.length === 0) {
    return paged ? (
      <EmptyState title={t.organisation.submissionsNoMore}>{newest}</EmptyState>
    ) : (
      <EmptyState title={t.organisation.submissionsNone}>{t.organisation.submissionsNoneText}</EmptyState>
    );
  }
  return (
    <>
      <CardTable
        caption={t.organisation.submissions}
        captionHidden
        columns={[
          { header: t.organisation.reference, nowrap: true },
          { header: t.organisation.sentOn },
          { header: t.organisation.status },
        ]}
        rows={own.submissions.map((line) => ({
          key: line.reference,
          cells: [
            line.id === null ? (
              line.reference
            ) : (
              <a
                key="reference"
                className="govuk-link"
                href={link('reports/submission', { submissionId: line.id })}
              >
                {line.reference}
              </a>
            ),
            <DateTime key="sent" at={line.submittedAt} />,
            <PartnerStatusTag key="status" status={line.status} />,
          ],
        }))}
      />
      {paged ? <p className="govuk-body">{newest}</p> : null}
      {own.older ? (
        <p className="govuk-body">
          <a
            className="govuk-link"
            href={`${link('organisation/organisation', {}, { before: own.older })}#submissions`}
          >
            {t.organisation.older}
          </a>
        </p>
      ) : null}
    </>
  );
}
