import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { flash } from '#app/http/forms/flash.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { boxes, expectedVersion } from '#app/domain/kernel/fields.ts';
import { changeAgreement } from '#app/domain/people/organisations/change-agreement.server.ts';
import { termState } from '#app/domain/people/organisations/agreement-term.ts';
import {
  readOrganisation,
  type Agreement,
  type Organisation,
  type Site,
} from '#app/domain/people/organisations/organisation.server.ts';
import { organisationKindWords } from '#app/domain/kernel/report-labels.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { AgreementForm } from './AgreementForm.tsx';
import { OrganisationStatusTag } from './OrganisationStatusTag.tsx';
import type { Route } from './+types/organisation.ts';

export const handle = { access: 'organisations.manage', section: 'organisations' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { organisationId } = idsOf(args);
  const ctx = ctxOf(args);
  return { organisation: await readOrganisation(ctx, { organisationId }), now: ctx.clock.now() };
}

const form = z.object({
  expectedVersion: expectedVersion(),
  reference: z.string(),
  from: boxes(),
  until: boxes(),
  reviewOn: boxes(),
  allows: z.array(z.string()),
  asks: z.array(z.string()),
  agreedOn: boxes(),
  agreedBy: z.string(),
});

export const action = formAction(form, async ({ allows, asks, ...agreement }, args: Route.ActionArgs) => {
  const { organisationId } = idsOf(args);
  await changeAgreement(ctxOf(args), {
    organisationId,
    fullCopy: allows.includes('full_copy'),
    cover: allows.includes('cover'),
    authors: allows.includes('authors'),
    secondFactor: asks.includes('second_factor'),
    ...agreement,
  });
  return flash(link('administration/organisation', { organisationId }), 'agreement-saved');
});

export default function OrganisationPage({ loaderData }: Route.ComponentProps) {
  const { organisation, now } = loaderData;
  const { id: organisationId, version, name, agreement, status } = organisation;
  const change = (to: string) => link('administration/organisation-status', { organisationId, change: to });
  return (
    <Page title="Organisation" backHref={link('administration/organisations')} backText="Organisations">
      <TwoThirds>
        <PageHeading caption="Organisation">{name}</PageHeading>
        <SummaryList rows={rowsOf(organisation)} />
        <div className="govuk-button-group">
          {status === 'active' ? (
            <ButtonLink variant="secondary" href={change('suspend')}>
              Suspend organisation
            </ButtonLink>
          ) : (
            <ButtonLink variant="secondary" href={change('restore')}>
              Restore organisation
            </ButtonLink>
          )}
          {status === 'closed' ? null : (
            <ButtonLink variant="secondary" href={change('close')}>
              Close organisation
            </ButtonLink>
          )}
        </div>
        <Sites organisation={organisation} />
        <h2 className="govuk-heading-m">Agreement</h2>
        <AgreementEnds agreement={agreement} now={now} />
        <AgreementForm agreement={agreement} version={version} />
      </TwoThirds>
    </Page>
  );
}

function rowsOf({
  id: organisationId,
  name,
  formerNames,
  kind,
  networkMember,
  status,
  statusSince,
  ownContacts,
}: Organisation) {
  return [
    {
      key: 'Name',
      value: name,
      actions: [
        {
          href: link('administration/organisation-name', { organisationId }),
          text: 'Change',
          visuallyHiddenText: 'the name',
        },
      ],
    },
    formerNames.length > 0 && {
      key: 'Names before',
      value: formerNames.map((former) => (
        <div key={`${former.name} ${former.until.getTime()}`}>
          {former.name}, until <DateTime at={former.until} dateOnly />
        </div>
      )),
    },
    { key: 'Kind', value: kindWords(kind) },
    { key: 'Partner network', value: networkMember ? 'Member' : 'Not a member' },
    {
      key: 'Status',
      value: (
        <>
          <OrganisationStatusTag status={status} />
          {statusSince === null ? null : (
            <>
              {' '}
              since <DateTime at={statusSince} dateOnly />
            </>
          )}
        </>
      ),
    },
    {
      key: 'Its own numbers and addresses',
      value:
        ownContacts.length === 0 ? 'None recorded' : ownContacts.map((line) => <div key={line}>{line}</div>),
      actions: [
        {
          href: link('administration/organisation-contacts', { organisationId }),
          text: 'Change',
          visuallyHiddenText: 'its own numbers and addresses',
        },
      ],
    },
  ];
}

const kindWords = (kind: string): string =>
  Object.hasOwn(organisationKindWords, kind)
    ? organisationKindWords[kind as keyof typeof organisationKindWords]
    : kind;

function AgreementEnds({ agreement, now }: { agreement: Agreement; now: Date }) {
  const term = termState(agreement, now);
  if (agreement.until === null || (term.state !== 'ended' && term.state !== 'ends_soon')) return null;
  const day = <DateTime at={agreement.until} dateOnly />;
  return (
    <WarningText>
      {term.state === 'ended' ? (
        <>
          The agreement ended on {day}. Nothing was switched off: reports arrive as before. Agree on a new
          one, or close the organisation.
        </>
      ) : (
        <>The agreement ends on {day}. Agree on a new one in time.</>
      )}
    </WarningText>
  );
}

function Sites({ organisation: { id: organisationId, sites } }: { organisation: Organisation }) {
  return (
    <>
      <h2 className="govuk-heading-m">Sites</h2>
      {sites.length === 0 ? (
        <p className="govuk-body">
          None recorded. An organisation that takes reports in one place needs none.
        </p>
      ) : (
        <SummaryList
          rows={sites.map((site) => ({
            key: site.name,
            value: (
              <>
                {site.area ?? 'No area recorded'}
                <br />
                <SiteAccreditation site={site} />
              </>
            ),
            actions: [
              {
                href: link('administration/site', { organisationId, siteId: site.id }),
                text: 'Change',
                visuallyHiddenText: `the site ${site.name}`,
              },
            ],
          }))}
        />
      )}
      <ButtonLink variant="secondary" href={link('administration/site-new', { organisationId })}>
        Add a site
      </ButtonLink>
    </>
  );
}

function SiteAccreditation({ site: { state, from, until, withdrawnOn, accreditedBy } }: { site: Site }) {
  const by = accreditedBy === null ? null : ` by ${accreditedBy}`;
  const day = (date: Date | null) => (date === null ? null : <DateTime at={date} dateOnly />);
  switch (state) {
    case 'never':
      return 'Not accredited';
    case 'to_come':
      return (
        <>
          Accredited{by} from {day(from)}
        </>
      );
    case 'ended':
      return <>Not accredited any more: it ended on {day(until)}</>;
    case 'withdrawn':
      return <>No longer accredited: withdrawn on {day(withdrawnOn)}</>;
    case 'accredited':
      return (
        <>
          Accredited{by} since {day(from)}
          {until === null ? null : <>, until {day(until)}</>}
        </>
      );
  }
}
