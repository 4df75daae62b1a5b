import { publicFacts } from '#app/http/server/public-facts.ts';
import { cookieName, cookies } from '#app/http/session/cookies.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { Paragraphs, PublicPage } from '#app/ui/layout/PublicPage.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/cookies.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

export function loader(args: Route.LoaderArgs) {
  const { https, sessions } = publicFacts(args);
  return { sessions, named: cookies.map((cookie) => ({ cookie, name: cookieName(cookie, https) })) };
}

export default function Cookies({ loaderData: { named, sessions } }: Route.ComponentProps) {
  const t = useMessages();
  const words = t.pages.cookies;
  const own = { idle: sessions.idleMinutes, hours: sessions.absoluteHours };
  const shared = { idle: sessions.sharedComputerIdleMinutes, hours: sessions.sharedComputerAbsoluteHours };
  return (
    <PublicPage title={words.title}>
      <Paragraphs texts={[words.text]} />
      <CardTable
        caption={words.caption}
        columns={[words.name, words.purpose, words.expires].map((header) => ({ header }))}
        rows={named.map(({ cookie, name }) => ({
          key: name,
          cells: [name, words.each[cookie].purpose, words.each[cookie].expires],
        }))}
      />
      <Paragraphs texts={[words.session(own), words.shared(shared), words.nothingElse]} />
    </PublicPage>
  );
}
