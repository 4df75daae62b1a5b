import { publicFacts } from '#app/http/server/public-facts.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { BulletList, Paragraphs, PublicPage, PublicSection } from '#app/ui/layout/PublicPage.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/accessibility.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

export function loader(args: Route.LoaderArgs) {
  return publicFacts(args);
}

export default function Accessibility({ loaderData: { force, demonstration } }: Route.ComponentProps) {
  const t = useMessages();
  const words = (section: string, keys: readonly string[]) =>
    keys.map((key) => t(`pages.accessibility.${section}.${key}`, { force }));
  const heading = (section: string) => t(`pages.accessibility.${section}.heading`);
  return (
    <PublicPage title={t('pages.accessibility.title')} demonstration={demonstration}>
      <Paragraphs texts={[t('pages.accessibility.aim')]} />
      <PublicSection heading={heading('can')}>
        <BulletList texts={words('can', ['keyboard', 'reader', 'zoom', 'script', 'motion'])} />
      </PublicSection>
      <PublicSection heading={heading('tested')}>
        <Paragraphs texts={words('tested', ['text', 'not'])} />
      </PublicSection>
      <PublicSection heading={heading('known')}>
        <BulletList texts={words('known', ['tables', 'language'])} />
      </PublicSection>
      <PublicSection heading={heading('complain')}>
        <Paragraphs texts={words('complain', ['text', 'body'])} />
      </PublicSection>
    </PublicPage>
  );
}
