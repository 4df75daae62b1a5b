import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { redirect } from 'react-router';
import { colleaguesDraft } from '#app/domain/intake/own-reports/colleagues-reports.server.ts';
import { takeOverDraft } from '#app/domain/intake/drafts/take-over-draft.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { formatDate, formatDateTime } from '#app/ui/format/date.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { EmergencyCall } from '#app/ui/layout/Emergency.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/take-over.ts';

export const handle = { access: 'reports.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { draftId } = idsOf(args);
  const draft = await colleaguesDraft(ctxOf(args), { draftId });
  if (draft === null) throw redirect(link('reports/draft', { draftId }));
  return draft;
}

export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => {
  const { draftId } = idsOf(args);
  await takeOverDraft(ctxOf(args), { draftId });
  return link('reports/draft', { draftId });
});

export default function TakeOver({ loaderData: draft }: Route.ComponentProps) {
  const t = useMessages();
  const title = t.reports.takeOver.title({ name: draft.writer });
  return (
    <Page title={t.reports.takeOver.pageTitle} backHref={link('reports/colleagues')}>
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        {draft.danger ? (
          <WarningText>
            {t.reports.takeOver.danger} <EmergencyCall />
          </WarningText>
        ) : null}
        <p className="govuk-body">
          {t.reports.takeOver.saved({
            name: draft.writer,
            saved: formatDateTime(new Date(draft.updatedAt)),
            deleted: formatDate(new Date(draft.expiresAt)),
          })}
        </p>
        <p className="govuk-body">{t.reports.takeOver.text({ name: draft.writer })}</p>
        <Form className="govuk-button-group">
          <Button preventDoubleClick>{t.reports.takeOver.confirm}</Button>
          <ButtonLink variant="secondary" href={link('reports/colleagues')}>
            {t.reports.takeOver.leave}
          </ButtonLink>
        </Form>
      </TwoThirds>
    </Page>
  );
}
