import { addressOf } from '#app/http/address-of.ts';
import { link } from '#app/http/link.ts';
import { redirect } from 'react-router';
import { onlyReports } from '#app/domain/kernel/actor.ts';
import { may } from '#app/domain/kernel/permissions.ts';
import { areaHomes } from '#app/domain/desks/area-home.server.ts';
import { leadHome } from '#app/domain/desks/lead-home.server.ts';
import { whatWaits } from '#app/domain/desks/what-waits.server.ts';
import { ctxOf, hintsContext } from '#app/http/server/context.ts';
import { sectionsOf } from '#app/http/server/navigation.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { StartHere } from '#app/ui/layout/StartHere.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { LiveNews } from '#app/ui/triage/LiveNews.tsx';
import { sentenceIn } from '#app/messages/words.ts';
import { useMessages } from '#app/ui/messages.ts';
import { AreaPicture } from './home/AreaPicture.tsx';
import { LeadPicture } from './home/LeadPicture.tsx';
import type { Route } from './+types/home.ts';

export const handle = { access: 'signed_in' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { actor } = ctxOf(args);
  // A reporter's reports are their home: one page less before writing.
  if (onlyReports(actor)) throw redirect(link('reports/list'));
  const ctx = ctxOf(args);
  const now = ctx.clock.now();
  const waits = await whatWaits(ctx);
  return {
    now,
    looksAgain: may(actor, 'triage.work'),
    lead: may(actor, 'high.oversee') ? await leadHome(ctx) : null,
    areas: may(actor, 'figures.read-area') ? await areaHomes(ctx) : [],
    name: actor.displayName,
    hints: args.context.get(hintsContext),
    side: actor.side,
    waits: waits
      .filter(({ count }) => count > 0)
      .map(({ place, ...each }) => ({ ...each, href: addressOf(place) })),
    sections: sectionsOf(actor),
    roles: [...new Set(actor.roles.map((held) => held.role))],
  };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { now, looksAgain, lead, areas, name, hints, side, waits, sections, roles } = loaderData;
  const t = useMessages();
  const pictured = lead !== null || areas.length > 0;
  const waiting = <Waiting waits={waits} atOnce={pictured ? fewWaits : Infinity} />;
  const about = (
    <>
      {roles.map((role) => (
        <p key={role} className="govuk-body">
          {t.home.hints[role]}
        </p>
      ))}
      <ul className="govuk-list govuk-list--spaced">
        {sections.map((section) => (
          <li key={section.href}>
            <a
              className="govuk-link govuk-link--no-visited-state govuk-!-font-weight-bold"
              href={section.href}
            >
              {sentenceIn(t, section.text)}
            </a>
            <br />
            {t.home.about[section.name]}
          </li>
        ))}
      </ul>
    </>
  );
  if (pictured)
    return (
      <Page title={t.home.title}>
        <div className="portal-lead">
          <PageHeading size="m">{t.home.greeting({ name })}</PageHeading>
          {lead ? <LeadPicture home={lead} now={now} waiting={waiting} /> : null}
          {areas.map((area, index) => (
            <AreaPicture
              key={area.areaId}
              home={area}
              now={now}
              waiting={lead || index > 0 ? null : waiting}
            />
          ))}
          {looksAgain ? <LiveNews now={now} againHref={link('home')} /> : null}
          {hints ? <StartHere of={side} /> : null}
          <Details summary={t.home.sections}>{about}</Details>
        </div>
      </Page>
    );
  return (
    <Page title={t.home.title}>
      <TwoThirds>
        <PageHeading>{t.home.greeting({ name })}</PageHeading>
        {hints ? <StartHere of={side} /> : null}
        <h2 className="govuk-heading-m">{t.home.waiting}</h2>
        {looksAgain ? <LiveNews now={now} againHref={link('home')} /> : null}
        {waiting}
        <h2 className="govuk-heading-m">{t.home.sections}</h2>
        {about}
      </TwoThirds>
    </Page>
  );
}

/** So many leave a lead's home on one screen; the others are folded. */
const fewWaits = 3;

type WaitingProps = Pick<Route.ComponentProps['loaderData'], 'waits'> & { atOnce: number };

/** What waits, the most pressing first. */
function Waiting({ waits, atOnce }: WaitingProps) {
  const t = useMessages();
  if (waits.length === 0) return <EmptyState title={t.home.nothing} />;
  const list = (some: typeof waits) => (
    <ul className="portal-waits">
      {some.map((each) => (
        <li
          key={each.href + each.code}
          className={each.urgent ? 'portal-waits__item portal-waits__item--urgent' : 'portal-waits__item'}
        >
          <a className="govuk-link govuk-link--no-visited-state" href={each.href}>
            {t.home.waits[each.code]({ count: each.count, queue: each.queue ?? '' })}
          </a>
        </li>
      ))}
    </ul>
  );
  // One more takes no more room than what folds it.
  if (waits.length <= atOnce + 1) return list(waits);
  return (
    <>
      {list(waits.slice(0, atOnce))}
      <Details summary={`${waits.length - atOnce} more`}>{list(waits.slice(atOnce))}</Details>
    </>
  );
}
