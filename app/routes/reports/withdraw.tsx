import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { redirect } from 'react-router';
import { Conflict } from '#app/domain/kernel/failures.ts';
import { openOwnReport } from '#app/domain/intake/own-reports/open-own-report.server.ts';
import { withdraw } from '#app/domain/intake/own-reports/withdraw.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/withdraw.ts';

export const handle = { access: 'reports.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const report = await openOwnReport(ctxOf(args), { submissionId: idsOf(args).submissionId });
  // Asked already: the report's own page says that an officer will answer.
  if (report.withdrawalRequested) throw redirect(link('reports/submission', { submissionId: report.id }));
  if (report.status === 'withdrawn') throw redirect(link('reports/submission', { submissionId: report.id }));
  const asks = report.actions.includes('request_withdrawal');
  if (!asks && !report.actions.includes('withdraw'))
    throw new Conflict('You can no longer withdraw this report, because an officer has started to assess it');
  return { asks, back: link('reports/submission', { submissionId: report.id }) };
}

const form = z.object({ comment: z.string() });

export const action = formAction(form, async ({ comment }, args: Route.ActionArgs) => {
  const { submissionId } = idsOf(args);
  await withdraw(ctxOf(args), { submissionId, comment });
  return link('reports/submission', { submissionId });
});

export default function Withdraw({ loaderData: { asks, back } }: Route.ComponentProps) {
  const t = useMessages();
  const title = asks ? t.reports.own.withdrawAsk : t.reports.own.withdrawConfirm;
  return (
    <Page title={title} backHref={back}>
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        <p className="govuk-body">{asks ? t.reports.own.withdrawAskText : t.reports.own.withdrawText}</p>
        <Form data-keep>
          <Textarea name="comment" label={t.reports.own.withdrawWhy} autoComplete="off" />
          <Button variant="warning">
            {asks ? t.reports.own.withdrawAskButton : t.reports.own.withdrawButton}
          </Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
