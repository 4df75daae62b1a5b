import { link } from '#app/http/link.ts';
import { publicFacts } from '#app/http/server/public-facts.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { AdviceLinks } from '#app/ui/form/AdviceLinks.tsx';
import { EmergencyWarning } from '#app/ui/layout/Emergency.tsx';
import { Phone } from '#app/ui/layout/Phone.tsx';
import { BulletList, Paragraphs, PublicPage, PublicSection } from '#app/ui/layout/PublicPage.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/help.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

export function loader(args: Route.LoaderArgs) {
  return publicFacts(args);
}

const steps = ['sent', 'routed', 'danger', 'assessed', 'answered', 'mail'] as const;

export default function Help({ loaderData: { force, signposts } }: Route.ComponentProps) {
  const t = useMessages();
  return (
    <PublicPage title={t.pages.help.title}>
      <EmergencyWarning open />
      <PublicSection heading={t.pages.help.what.heading}>
        <Paragraphs texts={[t.pages.help.what.text({ force }), t.pages.help.what.not]} />
      </PublicSection>
      <PublicSection heading={t.pages.help.next.heading}>
        <ol className="govuk-list govuk-list--number govuk-list--spaced">
          {steps.map((step) => (
            <li key={step}>{t.pages.help.next[step]}</li>
          ))}
        </ol>
        <p className="govuk-body">
          <a className="govuk-link" href={link('help/what-next')}>
            {t.pages.help.next.howLong}
          </a>
        </p>
      </PublicSection>
      <PublicSection heading={t.advice.links.heading}>
        <AdviceLinks />
      </PublicSection>
      <PublicSection heading={t.pages.help.source.heading}>
        <Paragraphs texts={[t.pages.help.source.text, t.pages.help.source.dont]} />
      </PublicSection>
      <PublicSection heading={t.pages.help.exit}>
        <p className="govuk-body">
          <a className="govuk-link" href={link('help/exit')}>
            {t.pages.help.exitLink}
          </a>
        </p>
      </PublicSection>
      <PublicSection heading={t.pages.help.access.heading}>
        <BulletList
          texts={[t.pages.help.access.invitation, t.pages.help.access.password, t.pages.help.access.attempts]}
        />
      </PublicSection>
      <PublicSection heading={t.pages.help.who.heading}>
        <SummaryList
          rows={signposts.map((signpost) => ({
            key: signpost.name,
            value: <Signpost signpost={signpost} />,
          }))}
        />
      </PublicSection>
    </PublicPage>
  );
}

type Signpost = Route.ComponentProps['loaderData']['signposts'][number];

/** Names, numbers and texts are the force's own. */
function Signpost({ signpost: { name, phone, text, url } }: { signpost: Signpost }) {
  const t = useMessages();
  return (
    <>
      <p className="govuk-body">
        <Phone number={phone} name={name} />
      </p>
      <p className="govuk-body">{text}</p>
      {url === null ? null : (
        <p className="govuk-body">
          <a className="govuk-link" href={url} rel="noreferrer">
            {t.pages.signposts.website({ name })}
          </a>
        </p>
      )}
    </>
  );
}
