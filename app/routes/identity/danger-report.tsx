import { redirect } from 'react-router';
import { laneQuestions, laneValues, mayBeSentAtOnce } from '#app/domain/form/danger-lane.ts';
import { heldForm } from '#app/domain/form/held-forms.ts';
import { offeredOptions } from '#app/domain/form/offered-options.ts';
import { ownDraft } from '#app/domain/intake/drafts/drafts.server.ts';
import { sendingContact } from '#app/domain/intake/submitting/contact-for-report.server.ts';
import { dangerForm, sendDangerReport } from '#app/domain/intake/submitting/send-danger-report.server.ts';
import { madeWithPage } from '#app/domain/kernel/fields.ts';
import { longFormBytes } from '#app/domain/kernel/form-limits.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { isId, newId } from '#app/domain/kernel/id.ts';
import { noWays } from '#app/domain/people/contact/contact-ways.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { questionForm } from '#app/http/forms/question-form.ts';
import { link } from '#app/http/link.ts';
import { messagesOf } from '#app/http/messages.ts';
import { ctxOf, reachContext } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { sentenceIn } from '#app/messages/words.ts';
import { QuestionFields } from '#app/ui/form/QuestionFields.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Panel } from '#app/ui/govuk/Panel.tsx';
import { EmergencyCall, StopHeading, StopOtherWays } from '#app/ui/layout/Emergency.tsx';
import { Form, HiddenField, useFormState } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { ContactForReport, contactValues, NoSafeNumber } from '../reports/ContactForReport.tsx';
import type { Route } from './+types/danger-report.ts';

export const handle = { access: 'reports.write', beforeSecondFactor: 'danger' } satisfies RouteHandle;

/**
 * For whoever owes a second factor, or belongs to a suspended organisation: everybody else has the whole portal to send a report from. What was typed before they
 * showed it, in another tab say, is still sent.
 */
export const middleware: Route.MiddlewareFunction[] = [
  ({ context, request }) => {
    const { standing, suspended } = context.get(reachContext);
    if (request.method !== 'POST' && standing === 'whole' && !suspended) throw redirect(link('reports/list'));
  },
];

/**
 * The form in force; or, of whoever has the whole of their session and belongs to a suspended organisation, the report about
 * danger that they had begun, while it is there and its version can be sent at once.
 */
async function formOf(args: Route.LoaderArgs | Route.ActionArgs) {
  const ctx = ctxOf(args);
  const id = args.url.searchParams.get('begun') ?? '';
  const draft =
    isId<'Draft'>(id) && args.context.get(reachContext).standing === 'whole'
      ? await ownDraft(ctx.db, ctx, id).catch(nullWhereNotFound)
      : null;
  return draft && mayBeSentAtOnce(draft.definition, draft.answers)
    ? { form: draft.definition, answers: draft.answers, begun: draft.id }
    : { ...(await dangerForm(ctx)), begun: null };
}

function nullWhereNotFound(failure: unknown): null {
  if (failure instanceof NotFound) return null;
  throw failure;
}

export async function loader(args: Route.LoaderArgs) {
  const { form, answers, begun } = await formOf(args);
  const { suspended } = args.context.get(reachContext);
  const values = begun === null ? {} : laneValues(form, answers);
  return { form: form.key, answers, values, begun, draftId: begun ?? newId<'Draft'>(), suspended };
}

/** Nothing of the account is shown: a way to be reached that it holds goes with the report unseen. */
const contact = { asks: true, ways: noWays };

const beside = sendingContact.extend({ draftId: madeWithPage<'Draft'>() });

/** Answers with the receipt, as the report itself opens to nobody without the second factor. */
export const action = formAction(
  async (args: Route.ActionArgs) => {
    const { form, answers } = await formOf(args);
    return questionForm(laneQuestions(form, answers), messagesOf(args).form, beside);
  },
  async ({ posted, beside: { draftId, ...written } }, args: Route.ActionArgs) => {
    const t = messagesOf(args).form;
    const withoutFactor = args.context.get(reachContext).standing !== 'whole';
    const begun = args.url.searchParams.get('begun') === draftId;
    const input = { draftId, posted, contact: written, withoutFactor, begun, t };
    const { reference } = await sendDangerReport(ctxOf(args), input);
    return { values: {}, errors: [], collision: null, reference };
  },
  { bytes: longFormBytes, collides: false },
);

export default function DangerReport({ loaderData, actionData }: Route.ComponentProps) {
  const posted = useFormState();
  const t = useMessages();
  const words = t.secondFactor.danger;
  if (actionData && 'reference' in actionData)
    return (
      <Page title={words.sent}>
        <TwoThirds>
          <Panel title={words.sent}>
            {words.reference}
            <br />
            <strong>{actionData.reference}</strong>
          </Panel>
          <p className="govuk-body">{loaderData.suspended ? t.identity.suspended.dangerNext : words.next}</p>
          <p className="govuk-body">
            <EmergencyCall />
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href={link('home')}>
              {words.back}
            </a>
          </p>
        </TwoThirds>
      </Page>
    );
  const { form, answers, values, begun, draftId, suspended } = loaderData;
  const definition = heldForm(form);
  const questions = laneQuestions(definition, answers);
  const errors = posted?.errors ?? [];
  return (
    <Page title={words.title} backHref={link(suspended ? 'identity/suspended' : 'identity/confirm')}>
      <StopHeading>{words.title}</StopHeading>
      <TwoThirds>
        <p className="govuk-body">{suspended ? t.identity.suspended.dangerLead : words.lead}</p>
        {begun === null ? null : <p className="govuk-body">{t.identity.suspended.begunLead}</p>}
        <Form data-keep="long" values={{ ...contactValues(contact), draftId }}>
          <HiddenField name="draftId" />
          <QuestionFields
            questions={questions}
            values={posted?.values ?? values}
            errors={Object.fromEntries(errors.map(({ field, message }) => [field, sentenceIn(t, message)]))}
            offered={offeredOptions(definition, questions, { answers, sites: [], t: t.form })}
            t={t.form}
          />
          <ContactForReport contact={contact} entered={false} />
          <p className="govuk-body">{t.form.asked(definition.dangerLane?.declares ?? '')}</p>
          <div className="govuk-button-group">
            <Button preventDoubleClick>{t.reports.sendNow.send}</Button>
            <NoSafeNumber contact={contact} entered={false} />
          </div>
        </Form>
      </TwoThirds>
      <StopOtherWays />
    </Page>
  );
}
