import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form, HiddenField, useFormState } from '#app/ui/layout/Form.tsx';
import { shownAtTimes, tick } from '#app/domain/kernel/fields.ts';
import { randomUUID } from 'node:crypto';
import { Conflict } from '#app/domain/kernel/failures.ts';
import { isId } from '#app/domain/kernel/id.ts';
import { openOwnReport } from '#app/domain/intake/own-reports/open-own-report.server.ts';
import { reply } from '#app/domain/intake/own-reports/reply.server.ts';
import {
  addedContact,
  dangers,
  mayNameSource,
  saysDanger,
} from '#app/domain/intake/own-reports/supplement.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { longFormBytes } from '#app/domain/kernel/form-limits.ts';
import { lostWithReport } from '#app/http/forms/not-saved.ts';
import { flash } from '#app/http/forms/flash.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
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
import { useMessages } from '#app/ui/messages.ts';
import { ContactForReport, contactValues, NoSafeNumber } from './ContactForReport.tsx';
import type { Route } from './+types/reply.ts';

export const handle = { access: 'reports.read', afterSessionEnd: 'again' } satisfies RouteHandle;

/** A report with the question that is answered. */
async function openQuestion(args: Route.LoaderArgs | Route.ActionArgs) {
  const report = await openOwnReport(ctxOf(args), { submissionId: idsOf(args).submissionId });
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
    contact: report.contact,
    replyId: randomUUID(),
    back: link('reports/submission', { submissionId: report.id }),
  };
}

const form = z.object({
  danger: shownAtTimes(),
  comment: z.string(),
  replyId: shownAtTimes(),
  ...addedContact,
  /** The person has been told that the text names the source, and sends it. */
  warned: tick(),
  /** "kept" for what came after the session had ended. */
  from: shownAtTimes(),
});

export const action = formAction(
  form,
  async ({ from, replyId, ...answer }, args: Route.ActionArgs, again) => {
    const { submissionId } = idsOf(args);
    // It is looked through first: nothing is sent yet.
    if (from === 'kept') {
      await openQuestion(args);
      return again([], {}, 200);
    }
    const sent = await reply(ctxOf(args), {
      submissionId,
      replyId: isId(replyId) ? replyId : randomUUID(),
      ...answer,
      contact: answer,
    });
    const late = sent === 'added' ? 'answered-late' : 'answered';
    const done = saysDanger(answer.danger) ? 'answered-danger' : late;
    return flash(link('reports/submission', { submissionId }), done);
  },
  { bytes: longFormBytes, lost: lostWithReport([{ name: 'comment', label: (t) => t.reports.own.reply }]) },
);

export default function Reply({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  const posted = useFormState();
  const { contact } = loaderData;
  return (
    <Page title={t.reports.own.answer} backHref={loaderData.back}>
      <TwoThirds>
        <PageHeading>{t.reports.own.answer}</PageHeading>
        <EmergencyWarning />
        {loaderData.late ? <InsetText>{t.reports.own.answerLate}</InsetText> : null}
        <h2 className="govuk-heading-s">{t.reports.own.question}</h2>
        <p className="govuk-body portal-verbatim">{loaderData.question}</p>
        {loaderData.sealedByOthers ? <InsetText>{t.reports.sealedByOthers}</InsetText> : null}
        <SessionNote />
        <Form data-keep="long" values={contact ? contactValues(contact) : {}}>
          <HiddenField name="replyId" value={loaderData.replyId} />
          {posted?.errors.some(({ message }) => message === mayNameSource) ? (
            <input type="hidden" name="warned" value="yes" />
          ) : null}
          <Radios
            name="danger"
            legend={t.reports.add.danger}
            items={dangers.map((value) => ({ value, label: t.reports.add.dangers[value] }))}
          />
          <Textarea
            name="comment"
            rows={8}
            label={t.reports.own.reply}
            hint={t.reports.own.answerHint}
            autoComplete="off"
          />
          {contact ? (
            <ContactForReport contact={contact} entered={false} asked={t.account.sending.ifDanger} />
          ) : null}
          <div className="govuk-button-group">
            <Button preventDoubleClick>{t.reports.own.answerSend}</Button>
            {contact ? <NoSafeNumber contact={contact} entered={false} /> : null}
          </div>
        </Form>
      </TwoThirds>
    </Page>
  );
}
