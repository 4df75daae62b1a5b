import { formInForce } from '#app/domain/form/form-in-force.server.ts';
import { heldForm } from '#app/domain/form/held-forms.ts';
import { publicCtx } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { PromptSheet } from './PromptSheet.tsx';
import { formatDate } from '#app/ui/format/date.ts';
import { PublicPage } from '#app/ui/layout/PublicPage.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/prompt-sheet.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { db, clock } = publicCtx(args);
  const { definition, agreedOn } = await formInForce(db, clock.now());
  return { form: definition.key, version: definition.version, agreedOn };
}

/** The form in use, to print and write on where there is no connection. */
export default function PromptSheetPage({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  const { form, version, agreedOn } = loaderData;
  const date = formatDate(new Date(agreedOn));
  return (
    <PublicPage title={t.advice.promptSheet.title}>
      <p className="govuk-body">{t.advice.promptSheet.lead}</p>
      <p className="govuk-body">{t.advice.promptSheet.skip}</p>
      <p className="govuk-body">{t.advice.promptSheet.keep}</p>
      <p className="govuk-body portal-no-print">{t.advice.promptSheet.print}</p>
      <p className="govuk-body portal-secondary">{t.advice.promptSheet.version({ version, date })}</p>
      <PromptSheet definition={heldForm(form)} t={t.form} />
    </PublicPage>
  );
}
