import { useMessages } from '#app/ui/messages.ts';

/** Somebody who can help where this portal can't. Numbers are the force's data. */
export type Signpost = {
  name: string;
  phone: string;
  text?: string;
  url?: string | null;
  emergency?: boolean;
};

const LINKS = [
  ['/help', 'frame.links.help'],
  ['/accessibility', 'frame.links.accessibility'],
  ['/privacy', 'frame.links.privacy'],
  ['/cookies', 'frame.links.cookies'],
] as const;

/** Whom to contact, emergencies first, and the pages about the portal itself. */
export function PortalFooter({ signposts }: { signposts: readonly Signpost[] }) {
  const t = useMessages();
  const emergencies = signposts.filter(({ emergency }) => emergency);
  const others = signposts.filter(({ emergency }) => !emergency);
  return (
    <footer className="govuk-template__footer portal-footer">
      <div className="govuk-width-container">
        {signposts.length > 0 ? (
          <>
            <h2 className="govuk-heading-m portal-footer__heading">{t('frame.contacts.heading')}</h2>
            {emergencies.map((signpost) => (
              <p key={signpost.name} className="portal-footer__emergency">
                {signpost.text ?? `${signpost.name}: ${signpost.phone}`}
              </p>
            ))}
            <ul className="portal-footer__contacts">
              {others.map((signpost) => (
                <li key={signpost.name} className="portal-footer__contact">
                  <Name signpost={signpost} />
                  <a
                    className="govuk-link portal-footer__phone"
                    href={`tel:${signpost.phone.replace(/[^+\d]/g, '')}`}
                  >
                    {signpost.phone}
                    <span className="govuk-visually-hidden"> ({signpost.name})</span>
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <ul className="portal-footer__links">
          {LINKS.map(([href, key]) => (
            <li key={href}>
              <a className="govuk-link govuk-link--no-visited-state" href={href}>
                {t(key)}
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
