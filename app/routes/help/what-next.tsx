import { promisedTimes, type HowLong } from '#app/domain/submission/promise.ts';
import { link } from '#app/http/link.ts';
import { portalContext } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { BulletList, Paragraphs, PublicPage, PublicSection } from '#app/ui/layout/PublicPage.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/what-next.ts';

export const handle = { access: 'signed_in' } satisfies RouteHandle;

export function loader({ context }: Route.LoaderArgs) {
  return promisedTimes(context.get(portalContext).force);
}

/** The partners' half of the written procedure: what they are promised by the settings in force, and how a report can end. */
export default function WhatNext({ loaderData: { danger, other, questionDays } }: Route.ComponentProps) {
  const t = useMessages();
  const { whatNext } = t.pages;
  const words = ({ unit, count }: HowLong) => t.promise.howLong[unit]({ count });
  return (
    <PublicPage title={whatNext.title}>
      <Paragraphs texts={[whatNext.lead]} />
      <PublicSection heading={whatNext.times}>
        <SummaryList
          rows={(
            [
              ['danger', danger],
              ['other', other],
            ] as const
          ).map(([kind, { opened, answered }]) => ({
            key: whatNext.who[kind],
            value: (
              <BulletList
                texts={[
                  whatNext.opened({ howLong: words(opened) }),
                  whatNext.answered({ howLong: words(answered) }),
                  ...(kind === 'danger' ? [whatNext.dayAndNight] : []),
                ]}
              />
            ),
          }))}
        />
      </PublicSection>
      <PublicSection heading={whatNext.steps}>
        <BulletList
          texts={[whatNext.sent, whatNext.added, whatNext.question({ count: questionDays }), whatNext.missed]}
        />
      </PublicSection>
      <PublicSection heading={whatNext.ends}>
        <Paragraphs texts={[whatNext.endsLead]} />
        <SummaryList
          rows={Object.values(t.outcome).map(({ word, meaning }) => ({ key: word, value: meaning }))}
        />
      </PublicSection>
      <p className="govuk-body portal-no-print">
        <a className="govuk-link" href={link('help/help')}>
          {t.pages.help.title}
        </a>
      </p>
    </PublicPage>
  );
}
