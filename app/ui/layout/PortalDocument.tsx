import { link } from '#app/http/link.ts';
import type { ReactNode } from 'react';
import { classNames } from '#app/ui/govuk/class-names.ts';
import { SkipLink } from '#app/ui/govuk/SkipLink.tsx';
import { useMessages } from '#app/ui/messages.ts';

export type PortalDocumentProps = {
  /** Of this answer's policy: without it the browser runs no inline script. */
  nonce: string;
  stylesheetHref: string;
  scriptHref: string;
  /** The stylesheet with the force's colours. It comes last, as it overrules the portal's own. */
  themeHref?: string | undefined;
  /** The title, where no `Page` inside sets it. */
  title?: string | undefined;
  lang?: string;
  /** The page belongs to somebody: a browser that brings it back from memory has to load it again. */
  noRestore?: boolean;
  /** For work with many columns: the house grows with the window. */
  wide?: boolean;
  children: ReactNode;
};

/** Tells the stylesheet that scripts run, before anything is painted. Its text is fixed, so its hash is too. */
const BODY_CLASS_SCRIPT =
  "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');";

/** The HTML document. Everything a page shows stands inside `PortalFrame` and `Page`. */
export function PortalDocument({
  nonce,
  stylesheetHref,
  scriptHref,
  themeHref,
  title,
  lang = 'en',
  noRestore = false,
  wide = false,
  children,
}: PortalDocumentProps) {
  const t = useMessages();
  return (
    <html lang={lang} className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        {title === undefined ? null : <title>{title}</title>}
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheetHref} />
        {themeHref ? <link rel="stylesheet" href={themeHref} /> : null}
        <script type="module" src={scriptHref} nonce={nonce} />
      </head>
      <body
        className={classNames('govuk-template__body', wide && 'portal-wide')}
        data-live={link('health/live')}
        data-no-restore={noRestore ? '' : undefined}
      >
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: BODY_CLASS_SCRIPT }} />
        <SkipLink>{t.common.skipToMain}</SkipLink>
        {children}
      </body>
    </html>
  );
}
