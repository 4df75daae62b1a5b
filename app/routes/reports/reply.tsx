import { redirect } from 'react-router';
import { Conflict } from '#app/domain/failures.ts';
import { openOwnReport } from '#app/domain/submissions/open-own-report.server.ts';
import { reply } from '#app/domain/submissions/reply.server.ts';
import { attempt } from '#app/http/attempt.ts';
import { ctxOf } from '#app/http/context.ts';
import { errorOf, formState, valueOf } from '#app/http/form-state.ts';
import { readForm } from '#app/http/read-form.ts';
import { reportAddresses } from '#app/http/report-addresses.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { translated, useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/reply.ts';

export async function loader(args: Route.LoaderArgs) {
  const report = await openOwnReport(ctxOf(args), { submissionId: args.params.submissionId });
  if (!report.actions.includes('partner_replies'))
    throw new Conflict('There is no open question on this report');
  const question = report.messages.filter((message) => message.kind === 'question').at(-1);
  return { question: question?.text ?? '', back: reportAddresses.submission(report.id) };
}

export async function action(args: Route.ActionArgs) {
  const { submissionId } = args.params;
  const form = await readForm(args.request, ['comment']);
  const sent = await attempt(form, () => reply(ctxOf(args), { submissionId, comment: form.get('comment') }));
  if (!sent.ok) return sent.refused;
  throw redirect(reportAddresses.submission(submissionId));
}

export default function Reply({ loaderData: { question, back }, actionData }: Route.ComponentProps) {
  const t = useMessages();
  const state = actionData ?? formState();
  return (
    <Page title={t('reports.own.answer')} backHref={back} errors={state.errors}>
      <TwoThirds>
        <PageHeading>{t('reports.own.answer')}</PageHeading>
        <h2 className="govuk-heading-s">{t('reports.own.question')}</h2>
        <p className="govuk-body portal-verbatim">{question}</p>
        <form method="post" noValidate>
          <Textarea
            name="comment"
            rows={8}
            label={t('reports.own.reply')}
            hint={t('reports.own.answerHint')}
            value={valueOf(state, 'comment')}
            error={translated(t, errorOf(state, 'comment'))}
            autoComplete="off"
          />
          <Button preventDoubleClick>{t('reports.own.answerSend')}</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
