import { publicFacts } from '#app/http/server/public-facts.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { BulletList, Paragraphs, PublicPage, PublicSection } from '#app/ui/layout/PublicPage.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/accessibility.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

export function loader(args: Route.LoaderArgs) {
  return publicFacts(args);
}

export default function Accessibility({ loaderData: { force } }: Route.ComponentProps) {
  const t = useMessages();
  const { title, aim, can, tested, known, complain } = t.pages.accessibility;
  return (
    <PublicPage title={title}>
      <Paragraphs texts={[aim]} />
      <PublicSection heading={can.heading}>
        <BulletList texts={[can.keyboard, can.reader, can.zoom, can.script, can.motion]} />
      </PublicSection>
      <PublicSection heading={tested.heading}>
        <Paragraphs texts={[tested.text, tested.not]} />
      </PublicSection>
      <PublicSection heading={known.heading}>
        <BulletList texts={[known.tables, known.language]} />
      </PublicSection>
      <PublicSection heading={complain.heading}>
        <Paragraphs texts={[complain.text({ force }), complain.body]} />
      </PublicSection>
    </PublicPage>
  );
}
