import { randomUUID } from 'node:crypto';
import { redirect } from 'react-router';
import { Conflict } from '#app/domain/kernel/failures.ts';
import { isId } from '#app/domain/kernel/is-id.ts';
import { openOwnReport } from '#app/domain/intake/own-reports/open-own-report.server.ts';
import { reply } from '#app/domain/intake/own-reports/reply.server.ts';
import { dangers, saysDanger } from '#app/domain/intake/own-reports/supplement.ts';
import { link } from '#app/http/link.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, formState, refusedForm, valueOf } from '#app/http/forms/form-state.ts';
import { keepingAdded, type Pairs } from '#app/http/forms/not-saved.ts';
import { postedForm } from '#app/http/forms/posted-form.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { EmergencyWarning } from '#app/ui/layout/Emergency.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { SessionNote } from '#app/ui/layout/SessionEnd.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { translated, useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/reply.ts';

export const handle = { access: 'reports.read', afterSessionEnd: 'again' } satisfies RouteHandle;

/** A report with the question that is answered. */
async function openQuestion(args: Route.LoaderArgs | Route.ActionArgs) {
  const report = await openOwnReport(ctxOf(args), { submissionId: args.params.submissionId });
  const question = report.messages.filter((message) => message.kind === 'question').at(-1);
  if (!question || report.status === 'withdrawn')
    throw new Conflict('There is no open question on this report');
  return { report, question };
}

export async function loader(args: Route.LoaderArgs) {
  const { report, question } = await openQuestion(args);
  const open = report.actions.includes('partner_replies');
  return {
    question: question.text,
    late: !open,
    sealedByOthers: report.sealedByOthers,
    replyId: randomUUID(),
    back: link('reports/submission', { submissionId: report.id }),
  };
}

export async function action(args: Route.ActionArgs) {
  return keepingAdded(args, [{ name: 'comment', label: 'reports.own.reply' }], (pairs) => send(args, pairs));
}

async function send(args: Route.ActionArgs, pairs: Pairs) {
  const { submissionId } = args.params;
  const form = postedForm(pairs, ['danger', 'comment', 'replyId', 'warned', 'from']);
  // What came after the session had ended is looked through first: nothing is sent yet.
  if (form.get('from') === 'kept') {
    await openQuestion(args);
    return refusedForm(form, []);
  }
  const posted = form.get('replyId');
  const replyId = isId(posted) ? posted : randomUUID();
  const sent = await attempt(form, () =>
    reply(ctxOf(args), {
      submissionId,
      replyId,
      comment: form.get('comment'),
      danger: form.get('danger'),
      warned: form.get('warned') === 'yes',
    }),
  );
  if (!sent.ok) return sent.refused;
  const late = sent.value === 'added' ? 'answered-late' : 'answered';
  const done = saysDanger(form.get('danger')) ? 'answered-danger' : late;
  throw redirect(`${link('reports/submission', { submissionId })}?done=${done}`);
}

export default function Reply({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages();
  const state = actionData ?? formState();
  return (
    <Page title={t('reports.own.answer')} backHref={loaderData.back} errors={state.errors}>
      <TwoThirds>
        <PageHeading>{t('reports.own.answer')}</PageHeading>
        <EmergencyWarning />
        {loaderData.late ? <InsetText>{t('reports.own.answerLate')}</InsetText> : null}
        <h2 className="govuk-heading-s">{t('reports.own.question')}</h2>
        <p className="govuk-body portal-verbatim">{loaderData.question}</p>
        {loaderData.sealedByOthers ? <InsetText>{t('reports.sealedByOthers')}</InsetText> : null}
        <SessionNote />
        <form method="post" noValidate data-keep="long">
          <input type="hidden" name="replyId" value={valueOf(state, 'replyId') || loaderData.replyId} />
          {errorOf(state, 'comment') === 'reports.add.namesSource' ? (
            <input type="hidden" name="warned" value="yes" />
          ) : null}
          <Radios
            name="danger"
            legend={t('reports.add.danger')}
            value={valueOf(state, 'danger')}
            error={translated(t, errorOf(state, 'danger'))}
            items={dangers.map((value) => ({ value, label: t(`reports.add.dangers.${value}`) }))}
          />
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
