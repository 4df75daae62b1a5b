import { link } from '#app/http/link.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { classNames } from '#app/ui/govuk/class-names.ts';
import { useMessages } from '#app/ui/messages.ts';
import { EmergencyCall, OtherWaysToCall } from './Emergency.tsx';
import { useFrame } from './frame-context.ts';
import { Phone } from './Phone.tsx';

/** Somebody who can help where this portal can't. Numbers are the force's data. */
export type Signpost = {
  code: string;
  name: string;
  phone: string;
  text?: string;
  url?: string | null;
};

const LINKS = [
  [link('help/help'), 'help'],
  [link('about/accessibility'), 'accessibility'],
  [link('about/privacy'), 'privacy'],
  [link('about/cookies'), 'cookies'],
] as const;

/**
 * Whom to contact, emergencies first, and the pages about the portal itself. Where numbers are only read, as on police pages,
 * it takes a line or two.
 */
export function PortalFooter({ signposts }: { signposts: readonly Signpost[] }) {
  const t = useMessages();
  const { callable } = useFrame();
  return (
    <footer
      className={classNames('govuk-template__footer portal-footer', !callable && 'portal-footer--brief')}
    >
      <div className="govuk-width-container">
        {callable ? (
          <h2 className="govuk-heading-m portal-footer__heading">{t.frame.contacts.heading}</h2>
        ) : null}
        <p className="portal-footer__emergency">
          <EmergencyCall />
        </p>
        {callable ? <OtherWaysToCall /> : null}
        <Details className="portal-emergency" summary={t.frame.contacts.others}>
          <ul className="portal-footer__contacts">
            {signposts.map((signpost) => (
              <li key={signpost.name} className="portal-footer__contact">
                <Name signpost={signpost} />
                <Phone number={signpost.phone} name={signpost.name} className="portal-footer__phone" />
              </li>
            ))}
          </ul>
        </Details>
        <ul className="portal-footer__links">
          {LINKS.map(([href, key]) => (
            <li key={href}>
              <a className="govuk-link govuk-link--no-visited-state" href={href}>
                {t.frame.links[key]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}

function Name({ signpost }: { signpost: Signpost }) {
  if (!signpost.url) return <span className="portal-footer__name">{signpost.name}</span>;
  return (
    <a className="govuk-link portal-footer__name" href={signpost.url} rel="noreferrer">
      {signpost.name}
    </a>
  );
}
