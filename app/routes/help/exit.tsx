import { publicFacts } from '#app/http/server/public-facts.ts';
import { safeNext } from '#app/http/server/safe-next.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { BulletList, Paragraphs, PublicPage, PublicSection } from '#app/ui/layout/PublicPage.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/exit.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

export function loader(args: Route.LoaderArgs) {
  const { exitHost } = publicFacts(args);
  const next = args.url.searchParams.get('next');
  return { exitHost, next: next === null ? null : safeNext(next) };
}

/** How to leave at once: shown before a person's first report, and to be read at any time. */
export default function LeaveQuickly({ loaderData: { exitHost, next } }: Route.ComponentProps) {
  const t = useMessages();
  return (
    <PublicPage title={t.pages.exit.title}>
      <Paragraphs texts={[t.pages.exit.lead]} />
      <PublicSection heading={t.pages.exit.does.heading}>
        <BulletList
          texts={[
            t.pages.exit.does.button({ site: exitHost }),
            t.pages.exit.does.session,
            t.pages.exit.does.shift,
          ]}
        />
      </PublicSection>
      <PublicSection heading={t.pages.exit.kept.heading}>
        <BulletList texts={[t.pages.exit.kept.saved, t.pages.exit.kept.typed]} />
      </PublicSection>
      <PublicSection heading={t.pages.exit.traces.heading}>
        <BulletList
          texts={[t.pages.exit.traces.history, t.pages.exit.traces.closed, t.pages.exit.traces.shared]}
        />
      </PublicSection>
      {next === null ? null : <ButtonLink href={next}>{t.common.continue}</ButtonLink>}
    </PublicPage>
  );
}
