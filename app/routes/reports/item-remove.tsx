import { redirect } from 'react-router';
import { NotFound } from '#app/domain/failures.ts';
import { itemsOf } from '#app/domain/intelligence-form/answers.ts';
import { ownDraft } from '#app/domain/submissions/drafts.server.ts';
import { removeDraftItem } from '#app/domain/submissions/save-item.server.ts';
import { ctxOf } from '#app/http/context.ts';
import { readForm } from '#app/http/read-form.ts';
import { reportAddresses } from '#app/http/report-addresses.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { EnteredFor } from '#app/ui/triage/EnteredFor.tsx';
import type { Route } from './+types/item-remove.ts';

export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const { draftId, sectionId, itemId } = args.params;
  const draft = await ownDraft(ctx.db, ctx, draftId);
  if (!itemsOf(draft.answers, sectionId).some((item) => item.id === itemId)) throw new NotFound();
  return { enteredFor: draft.enteredFor, back: reportAddresses.items(draftId, sectionId) };
}

export async function action(args: Route.ActionArgs) {
  const { draftId, sectionId, itemId } = args.params;
  await readForm(args.request, []);
  await removeDraftItem(ctxOf(args), { draftId, sectionId, itemId });
  throw redirect(reportAddresses.items(draftId, sectionId));
}

export default function RemoveItem({ loaderData: { back, enteredFor } }: Route.ComponentProps) {
  const t = useMessages();
  return (
    <Page title={t('reports.items.removeTitle')} backHref={back}>
      <TwoThirds>
        <EnteredFor of={enteredFor} />
        <PageHeading>{t('reports.items.removeTitle')}</PageHeading>
        <p className="govuk-body">{t('reports.items.removeText')}</p>
        <form method="post" className="govuk-button-group">
          <Button variant="warning">{t('reports.items.remove')}</Button>
          <ButtonLink variant="secondary" href={back}>
            {t('reports.items.keep')}
          </ButtonLink>
        </form>
      </TwoThirds>
    </Page>
  );
}
