import { publicFacts } from '#app/http/server/public-facts.ts';
import { cookieName } from '#app/http/session/cookies.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { Paragraphs, PublicPage } from '#app/ui/layout/PublicPage.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/cookies.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

export function loader(args: Route.LoaderArgs) {
  const facts = publicFacts(args);
  const name = (cookie: Parameters<typeof cookieName>[0]) => cookieName(cookie, facts.https);
  return { ...facts, cookie: name('session'), device: name('device'), done: name('done') };
}

export default function Cookies({ loaderData }: Route.ComponentProps) {
  const { cookie, device, done, sessions } = loaderData;
  const t = useMessages();
  const own = { idle: sessions.idleMinutes, hours: sessions.absoluteHours };
  const shared = { idle: sessions.sharedComputerIdleMinutes, hours: sessions.sharedComputerAbsoluteHours };
  return (
    <PublicPage title={t.pages.cookies.title}>
      <Paragraphs texts={[t.pages.cookies.text]} />
      <CardTable
        caption={t.pages.cookies.caption}
        columns={[t.pages.cookies.name, t.pages.cookies.purpose, t.pages.cookies.expires].map((header) => ({
          header,
        }))}
        rows={[
          {
            key: cookie,
            cells: [cookie, t.pages.cookies.purposeText, t.pages.cookies.expiresText],
          },
          {
            key: device,
            cells: [device, t.pages.cookies.devicePurposeText, t.pages.cookies.deviceExpiresText],
          },
          {
            key: done,
            cells: [done, t.pages.cookies.donePurposeText, t.pages.cookies.doneExpiresText],
          },
        ]}
      />
      <Paragraphs
        texts={[t.pages.cookies.session(own), t.pages.cookies.shared(shared), t.pages.cookies.nothingElse]}
      />
    </PublicPage>
  );
}
