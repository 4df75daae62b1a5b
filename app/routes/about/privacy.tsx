import { informationAsked } from '#app/domain/form/information-asked.ts';
import { formInForce } from '#app/domain/form/form-in-force.server.ts';
import { portalContext, publicCtx } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { BulletList, Paragraphs, PublicPage, PublicSection } from '#app/ui/layout/PublicPage.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/privacy.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

/** What the form in force asks and what the force's pack says: the page is true as long as they are. */
export async function loader(args: Route.LoaderArgs) {
  const { force } = args.context.get(portalContext);
  const ctx = publicCtx(args);
  const { definition } = await formInForce(ctx.db, ctx.clock.now());
  return {
    force: force.force.name,
    dataProtection: force.dataProtection,
    retention: force.retention,
    draftDays: force.drafts.expireAfterDays,
    asked: informationAsked(definition),
  };
}

type Facts = Route.ComponentProps['loaderData'];

export default function Privacy({ loaderData }: Route.ComponentProps) {
  const { force, dataProtection } = loaderData;
  const { title, who, you, elsewhere, rights } = useMessages().pages.privacy;
  return (
    <PublicPage title={title}>
      <PublicSection heading={who.heading}>
        <Paragraphs texts={[who.text({ force })]} />
        {dataProtection === null ? null : <Officer {...dataProtection.officer} />}
      </PublicSection>
      <AboutOthers {...loaderData} />
      <PublicSection heading={you.heading}>
        <BulletList texts={[you.account, you.password, you.trail, you.address, you.mail]} />
      </PublicSection>
      <PublicSection heading={elsewhere.heading}>
        <Paragraphs texts={[elsewhere.text]} />
      </PublicSection>
      <Ground {...loaderData} />
      <HowLong {...loaderData} />
      <PublicSection heading={rights.heading}>
        <Paragraphs texts={[rights.text({ force }), rights.source, rights.complain]} />
      </PublicSection>
    </PublicPage>
  );
}

function Officer({ name, email }: { name: string; email: string }) {
  const { who } = useMessages().pages.privacy;
  return (
    <p className="govuk-body">
      {who.officer} {name},{' '}
      <a className="govuk-link" href={`mailto:${email}`}>
        {email}
      </a>
    </p>
  );
}

function AboutOthers({ asked }: Pick<Facts, 'asked'>) {
  const { form, pages } = useMessages();
  const { told } = pages.privacy;
  const listed = (names: readonly string[]) => names.join(', ') || told.nothing;
  return (
    <PublicSection heading={told.heading}>
      <BulletList texts={[told.readers, told.lead, told.source, told.original, told.shared]} />
      <Details summary={told.asked}>
        <CardTable
          caption={told.asked}
          captionHidden
          columns={[told.part, told.people, told.other].map((header) => ({ header }))}
          rows={asked.map(({ part, people, sealed, other }) => ({
            key: part,
            cells: [
              form.asked(part),
              listed([
                ...sealed.map((name) => told.sealed({ name: form.asked(name) })),
                ...people.map(form.asked),
              ]),
              listed(other.map(form.asked)),
            ],
          }))}
        />
      </Details>
    </PublicSection>
  );
}

function Ground({ dataProtection }: Pick<Facts, 'dataProtection'>) {
  const { ground } = useMessages().pages.privacy;
  if (dataProtection === null) return null;
  return (
    <PublicSection heading={ground.heading}>
      <SummaryList
        rows={[
          { key: ground.reports, value: dataProtection.reports },
          { key: ground.accounts, value: dataProtection.accounts },
        ]}
      />
    </PublicSection>
  );
}

function HowLong({ retention, draftDays }: Pick<Facts, 'retention' | 'draftDays'>) {
  const { keep } = useMessages().pages.privacy;
  const { basis, reports, cleared } = retention;
  const rows = [
    [keep.drafts, keep.draftDays({ days: draftDays })],
    ...reports.map(({ what, months, then }) => [what, keep[then]({ months })]),
    [keep.sessions, keep.sessionDays({ days: cleared.sessions })],
    [keep.links, keep.linkDays({ days: cleared.links })],
  ];
  return (
    <PublicSection heading={keep.heading}>
      <CardTable
        caption={keep.caption}
        captionHidden
        columns={[{ header: keep.what }, { header: keep.long }]}
        rows={rows.map((cells) => ({ key: cells.join(), cells }))}
      />
      <Paragraphs texts={[keep.basis({ basis }), keep.trail]} />
    </PublicSection>
  );
}
