import { link } from '#app/http/link.ts';
import { isRouteErrorResponse, Outlet } from 'react-router';
import { guard } from '#app/http/server/guard.ts';
import { languages } from '#app/messages/words.ts';
import { ComponentWordsProvider } from '#app/ui/govuk/component-words.ts';
import { notSavedOf } from '#app/ui/layout/not-saved-kinds.ts';
import { NotSavedPage } from '#app/ui/layout/NotSavedPage.tsx';
import { ErrorPage } from '#app/ui/layout/ErrorPage.tsx';
import { PortalDocument } from '#app/ui/layout/PortalDocument.tsx';
import { PortalFrame } from '#app/ui/layout/PortalFrame.tsx';
import { useRequestFrame } from '#app/ui/layout/request-frame.ts';
import { Typed } from '#app/ui/layout/Typed.tsx';
import { WordsProvider } from '#app/ui/messages.ts';
import stylesheet from '#app/ui/styles/portal.scss?url';
import type { Route } from './+types/root.ts';

export const middleware = [guard];

/** The house around every page, error pages included. No page loads React in the browser: forms are plain forms. */
export function Layout({ children }: { children: React.ReactNode }) {
  const {
    nonce,
    locale,
    account,
    force,
    navigation,
    demonstrationTime,
    exitHref,
    sessionEnd,
    keys,
    searchHref,
    marking,
    done,
  } = useRequestFrame();
  const t = languages[locale];
  return (
    <WordsProvider value={t}>
      <PortalDocument
        nonce={nonce}
        stylesheetHref={stylesheet}
        scriptHref="/enhance/portal.js"
        themeHref={link('theme')}
        noRestore={account !== null}
        wide={account?.side === 'police'}
      >
        <PortalFrame
          force={force}
          account={account}
          navigation={navigation}
          demonstrationTime={demonstrationTime}
          exitHref={exitHref}
          sessionEnd={sessionEnd}
          keys={keys}
          searchHref={searchHref}
          callable={account?.side !== 'police'}
          marking={marking}
          done={done}
        >
          <ComponentWordsProvider value={t.components}>{children}</ComponentWordsProvider>
        </PortalFrame>
      </PortalDocument>
    </WordsProvider>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const { failure } = useRequestFrame();
  const notSaved = isRouteErrorResponse(error) ? notSavedOf(error.data) : null;
  if (notSaved) return <NotSavedPage of={notSaved} />;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const given: unknown = isRouteErrorResponse(error) ? error.data : null;
  if (failure)
    return (
      <ErrorPage status={failure.status} message={failure.status === 404 ? null : failure.message}>
        {failure.typed.length > 0 || failure.again ? <Typed {...failure} /> : null}
      </ErrorPage>
    );
  const message = typeof given === 'string' && status !== 404 ? given : null;
  return <ErrorPage status={status} message={message} />;
}
