import { publicFacts } from '#app/http/server/public-facts.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { BulletList, Paragraphs, PublicPage, PublicSection } from '#app/ui/layout/PublicPage.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/privacy.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

export function loader(args: Route.LoaderArgs) {
  return publicFacts(args);
}

export default function Privacy({ loaderData: { force, draftDays } }: Route.ComponentProps) {
  const t = useMessages();
  const { title, who, you, reports, elsewhere, keep, rights } = t.pages.privacy;
  return (
    <PublicPage title={title}>
      <PublicSection heading={who.heading}>
        <Paragraphs texts={[who.text({ force })]} />
      </PublicSection>
      <PublicSection heading={you.heading}>
        <BulletList texts={[you.account, you.password, you.trail, you.address]} />
      </PublicSection>
      <PublicSection heading={reports.heading}>
        <BulletList texts={[reports.readers, reports.lead, reports.source, reports.original]} />
      </PublicSection>
      <PublicSection heading={elsewhere.heading}>
        <Paragraphs texts={[elsewhere.text, elsewhere.shared]} />
      </PublicSection>
      <PublicSection heading={keep.heading}>
        <BulletList texts={[keep.drafts({ days: draftDays }), keep.sent, keep.trail]} />
      </PublicSection>
      <PublicSection heading={rights.heading}>
        <Paragraphs texts={[rights.text({ force }), rights.complain]} />
      </PublicSection>
    </PublicPage>
  );
}
