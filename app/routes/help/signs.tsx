import { everyForm } from '#app/domain/form/forms.server.ts';
import { signsToKnow } from '#app/domain/form/signs-to-know.ts';
import { publicCtx } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { SignsOfExploitation } from './SignsOfExploitation.tsx';
import { EmergencyWarning } from '#app/ui/layout/Emergency.tsx';
import { BulletList, Paragraphs, PublicPage, PublicSection } from '#app/ui/layout/PublicPage.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/signs.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { signs: signsToKnow(await everyForm(publicCtx(args).db)) };
}

const todo = ['known', 'dont', 'alone', 'safeguard'] as const;

/** The aide-memoire: what to notice, in the words in which the form asks for it. */
export default function Signs({ loaderData: { signs } }: Route.ComponentProps) {
  const t = useMessages();
  return (
    <PublicPage title={t.advice.signs.title}>
      <EmergencyWarning />
      <Paragraphs texts={[t.advice.signs.lead, t.advice.signs.alone, t.advice.signs.sure]} />
      <SignsOfExploitation signs={signs} controlHeading={t.advice.signs.control} t={t.form} />
      <PublicSection heading={t.advice.signs.do.heading}>
        <BulletList texts={todo.map((key) => t.advice.signs.do[key])} />
      </PublicSection>
      <p className="govuk-body portal-secondary">{t.advice.signs.credit}</p>
    </PublicPage>
  );
}
