import { I18nextProvider } from 'react-i18next';
import { isRouteErrorResponse, Outlet, useRouteLoaderData } from 'react-router';
import { actorContext, portalContext, requestContext } from '#app/http/context.ts';
import { guard } from '#app/http/guard.ts';
import { navigationOf } from '#app/http/navigation.ts';
import { translator } from '#app/messages/translator.ts';
import { ErrorPage } from '#app/ui/layout/ErrorPage.tsx';
import { PortalDocument } from '#app/ui/layout/PortalDocument.tsx';
import { PortalFrame } from '#app/ui/layout/PortalFrame.tsx';
import stylesheet from '#app/ui/styles/portal.scss?url';
import type { Route } from './+types/root.ts';

export const middleware = [guard];

export function loader({ context, url }: Route.LoaderArgs) {
  const portal = context.get(portalContext);
  const actor = context.get(actorContext);
  return {
    nonce: context.get(requestContext).nonce,
    locale: portal.locale,
    force: portal.force,
    demonstrationTime: portal.config.mode === 'demonstration' ? portal.clock.now().toISOString() : null,
    account: actor ? { name: actor.displayName, side: actor.side } : null,
    navigation: navigationOf(actor).map((link) => ({ ...link, current: url.pathname === link.href, active: url.pathname.startsWith(`${link.href}/`) })),
  };
}

type RootData = Route.ComponentProps['loaderData'];

/** The house around every page, error pages included. No page loads React in the browser: forms are plain forms. */
export function Layout({ children }: { children: React.ReactNode }) {
  const root = useRouteLoaderData<RootData>('root');
  return (
    <I18nextProvider i18n={translator(root?.locale ?? 'en')}>
      <PortalDocument nonce={root?.nonce ?? ''} stylesheetHref={stylesheet} scriptHref="/enhance/portal.js" themeHref="/theme.css" noRestore={root?.account !== null}>
        <PortalFrame
          force={root?.force ?? { name: '', shortName: '', signposts: [] }}
          account={root?.account ?? null}
          navigation={root?.navigation ?? []}
          demonstrationTime={root?.demonstrationTime ?? null}
        >
          {children}
        </PortalFrame>
      </PortalDocument>
    </I18nextProvider>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const message = isRouteErrorResponse(error) && typeof error.data === 'string' && status !== 404 ? error.data : null;
  return <ErrorPage status={status} message={message} />;
}
