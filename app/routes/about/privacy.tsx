import { publicFacts } from '#app/http/server/public-facts.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { BulletList, Paragraphs, PublicPage, PublicSection } from '#app/ui/layout/PublicPage.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/privacy.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

export function loader(args: Route.LoaderArgs) {
  return publicFacts(args);
}

const bullets = {
  you: ['account', 'password', 'trail', 'address'],
  reports: ['readers', 'lead', 'source', 'original'],
} as const;

export default function Privacy({ loaderData: { force, demonstration, draftDays } }: Route.ComponentProps) {
  const t = useMessages();
  const words = (section: string, keys: readonly string[]) =>
    keys.map((key) => t(`pages.privacy.${section}.${key}`, { force, days: draftDays }));
  const heading = (section: string) => t(`pages.privacy.${section}.heading`);
  return (
    <PublicPage title={t('pages.privacy.title')} demonstration={demonstration}>
      <PublicSection heading={heading('who')}>
        <Paragraphs texts={words('who', ['text'])} />
      </PublicSection>
      <PublicSection heading={heading('you')}>
        <BulletList texts={words('you', bullets.you)} />
      </PublicSection>
      <PublicSection heading={heading('reports')}>
        <BulletList texts={words('reports', bullets.reports)} />
      </PublicSection>
      <PublicSection heading={heading('elsewhere')}>
        <Paragraphs texts={words('elsewhere', ['text', 'shared'])} />
      </PublicSection>
      <PublicSection heading={heading('keep')}>
        <BulletList texts={words('keep', ['drafts', 'sent', 'trail'])} />
      </PublicSection>
      <PublicSection heading={heading('rights')}>
        <Paragraphs texts={words('rights', ['text', 'complain'])} />
      </PublicSection>
    </PublicPage>
  );
}
