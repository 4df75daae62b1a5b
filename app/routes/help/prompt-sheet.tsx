import { formInForce } from '#app/domain/form/form-in-force.server.ts';
import { heldForm } from '#app/domain/form/held-forms.ts';
import { publicCtx } from '#app/http/server/context.ts';
import { sheets } from '#app/http/download/blank-form.ts';
import { link } from '#app/http/link.ts';
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
      <section aria-labelledby="sheets" className="portal-no-print">
        <h2 className="govuk-heading-m" id="sheets">
          {t.advice.sheets.heading}
        </h2>
        <ul className="govuk-list govuk-list--bullet">
          {sheets.map((sheet) => (
            <li key={sheet}>
              <a className="govuk-link" href={link('help/sheet', { sheet })} download>
                {t.advice.sheets[sheet].link}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <p className="govuk-body portal-secondary">{t.advice.promptSheet.version({ version, date })}</p>
      <PromptSheet definition={heldForm(form)} t={t.form} />
    </PublicPage>
  );
}
