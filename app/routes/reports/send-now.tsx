import { redirect } from 'react-router';
import { laneQuestions, laneValues, mayBeSentAtOnce } from '#app/domain/form/danger-lane.ts';
import { beforeSendNow } from '#app/domain/form/journey.ts';
import { heldForm } from '#app/domain/form/held-forms.ts';
import { offeredOptions } from '#app/domain/form/offered-options.ts';
import { draftCode } from '#app/domain/intake/drafts/drafts.server.ts';
import { draftSites } from '#app/domain/intake/drafts/draft-sites.server.ts';
import { contactToSend, sendingContact } from '#app/domain/intake/submitting/contact-for-report.server.ts';
import { sendAtOnce } from '#app/domain/intake/submitting/submit.server.ts';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { longFormBytes } from '#app/domain/kernel/form-limits.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { lostWithLane, openedDraft } from '#app/http/forms/not-saved.ts';
import { questionForm } from '#app/http/forms/question-form.ts';
import { link } from '#app/http/link.ts';
import { messagesOf } from '#app/http/messages.ts';
import { stepLink } from '#app/http/report-links.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { sentenceIn } from '#app/messages/words.ts';
import { QuestionFields } from '#app/ui/form/QuestionFields.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Form, useFormState } from '#app/ui/layout/Form.tsx';
import { StopHeading, StopOtherWays } from '#app/ui/layout/Emergency.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { SessionNote } from '#app/ui/layout/SessionEnd.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { ContactForReport, contactValues, NoSafeNumber } from './ContactForReport.tsx';
import { EnteredFor } from './EnteredFor.tsx';
import { KeptInDanger } from './KeptInDanger.tsx';
import type { Route } from './+types/send-now.ts';

export const handle = { access: 'drafts.write', afterSessionEnd: 'again' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const draft = await openedDraft(args);
  const { definition, answers } = draft;
  // Only what says danger is sent at once, of a form that has a lane.
  if (!mayBeSentAtOnce(definition, answers)) throw redirect(link('reports/draft', { draftId: draft.id }));
  const questions = laneQuestions(definition, answers);
  return {
    draftId: draft.id,
    code: draftCode(draft.id),
    enteredFor: draft.enteredFor,
    form: definition.key,
    answers,
    values: laneValues(definition, answers),
    contact: contactToSend(ctxOf(args), draft),
    sites: await draftSites(ctxOf(args).db, ctxOf(args), draft, questions),
    back: stepLink(draft.id, beforeSendNow(definition, answers)),
  };
}

/** `from`: "kept" for what came after the session had ended. */
const beside = sendingContact.extend({ from: shownAtTimes() });

export const action = formAction(
  async (args: Route.ActionArgs) => {
    const { definition, answers } = await openedDraft(args);
    return questionForm(laneQuestions(definition, answers), messagesOf(args).form, beside);
  },
  async ({ posted, beside: { from, ...contact } }, args: Route.ActionArgs, again) => {
    const { draftId } = idsOf(args);
    const { definition, answers } = await openedDraft(args);
    // It is looked through first: nothing is sent yet.
    if (from === 'kept' && mayBeSentAtOnce(definition, answers)) return again([], {}, 200);
    const t = messagesOf(args).form;
    const { submissionId } = await sendAtOnce(ctxOf(args), { draftId, posted, contact, t });
    return link('reports/sent', { submissionId });
  },
  // The page is none where nobody is in danger any more.
  { bytes: longFormBytes, collides: false, lost: lostWithLane },
);

export default function SendNow({ loaderData }: Route.ComponentProps) {
  const posted = useFormState();
  const t = useMessages();
  const { draftId, form, answers, sites, back, contact } = loaderData;
  const entered = loaderData.enteredFor !== null;
  const definition = heldForm(form);
  const lane = definition.dangerLane;
  if (!lane) return null;
  const questions = laneQuestions(definition, answers);
  const errors = posted?.errors ?? [];
  const title = t.form.asked(lane.title);
  return (
    <Page title={title} backHref={back}>
      <StopHeading>{title}</StopHeading>
      <TwoThirds>
        <EnteredFor of={loaderData.enteredFor} />
        <KeptInDanger draftId={draftId} code={entered ? null : loaderData.code} />
        {(lane.guidance ?? []).map((line) => (
          <p key={line} className="govuk-body">
            {t.form.asked(line)}
          </p>
        ))}
        <SessionNote />
        <Form data-keep="long" values={contactValues(contact)}>
          <QuestionFields
            questions={questions}
            values={posted?.values ?? loaderData.values}
            errors={Object.fromEntries(errors.map(({ field, message }) => [field, sentenceIn(t, message)]))}
            offered={offeredOptions(definition, questions, { answers, sites, t: t.form })}
            t={t.form}
          />
          <ContactForReport contact={contact} entered={entered} />
          <p className="govuk-body">{t.form.asked(lane.declares)}</p>
          <div className="govuk-button-group">
            <Button preventDoubleClick>{t.reports.sendNow.send}</Button>
            <NoSafeNumber contact={contact} entered={entered} />
          </div>
        </Form>
      </TwoThirds>
      <StopOtherWays />
    </Page>
  );
}
