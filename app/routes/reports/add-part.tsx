import { randomUUID } from 'node:crypto';
import { findListSection, findPage } from '#app/domain/form/definition.ts';
import { heldForm } from '#app/domain/form/held-forms.ts';
import { offeredOptions } from '#app/domain/form/offered-options.ts';
import { everyQuestionOf, questionsOfPart } from '#app/domain/form/parts-to-add.ts';
import { listWords, pageWords } from '#app/domain/form/words.ts';
import { addPart, openPart } from '#app/domain/intake/own-reports/add-part.server.ts';
import { mayNameSource } from '#app/domain/intake/own-reports/supplement.ts';
import { longFormBytes } from '#app/domain/kernel/form-limits.ts';
import { isId } from '#app/domain/kernel/id.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { lostWithPart } from '#app/http/forms/not-saved.ts';
import { questionForm } from '#app/http/forms/question-form.ts';
import { link } from '#app/http/link.ts';
import { messagesOf } from '#app/http/messages.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { sentenceIn } from '#app/messages/words.ts';
import { FormPage, ItemPage } from '#app/ui/form/FormPage.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Form, useFormState } from '#app/ui/layout/Form.tsx';
import { EmergencyWarning } from '#app/ui/layout/Emergency.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { SessionNote } from '#app/ui/layout/SessionEnd.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/add-part.ts';

export const handle = { access: 'reports.write', afterSessionEnd: 'save' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId } = idsOf(args);
  const { definition, answers, sites, often } = await openPart(ctxOf(args), {
    submissionId,
    part: args.params.part,
  });
  return {
    form: definition.key,
    answers,
    sites,
    often,
    supplementId: randomUUID(),
    back: link('reports/submission', { submissionId }),
  };
}

export const action = formAction(
  async (args: Route.ActionArgs) => {
    const { submissionId } = idsOf(args);
    const { part } = args.params;
    const { definition } = await openPart(ctxOf(args), { submissionId, part });
    // What another tab has answered meanwhile arrives too, so that it is not lost.
    return questionForm(everyQuestionOf(definition, part), messagesOf(args).form);
  },
  async ({ posted, expectedVersion = '', drops }, args: Route.ActionArgs) => {
    const { submissionId } = idsOf(args);
    await addPart(ctxOf(args), {
      submissionId,
      part: args.params.part,
      supplementId: isId(expectedVersion) ? expectedVersion : randomUUID(),
      posted,
      warned: drops,
      t: messagesOf(args).form,
    });
    return flash(link('reports/submission', { submissionId }), 'added');
  },
  // The page asks no more what was answered meanwhile.
  { bytes: longFormBytes, collides: false, lost: lostWithPart },
);

export default function AddPart({ loaderData, params: { part } }: Route.ComponentProps) {
  const posted = useFormState();
  const t = useMessages();
  const { form, answers, sites, often, supplementId, back } = loaderData;
  const definition = heldForm(form);
  const list = findListSection(definition, part);
  const page = findPage(definition, part)?.page;
  const questions = questionsOfPart(definition, part, answers);
  const title = list ? listWords(list, t.form).addTitle : page ? pageWords(page, t.form).title : '';
  const errors = posted?.errors ?? [];
  const shown = {
    values: posted?.values ?? {},
    errors: Object.fromEntries(errors.map(({ field, message }) => [field, sentenceIn(t, message)])),
    offered: offeredOptions(definition, questions, { answers, sites, t: t.form }),
    often,
    t: t.form,
  };
  const hasSource = questions.some(({ dataClass }) => dataClass === 'source_identity');
  return (
    <Page title={title} backHref={back}>
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        <EmergencyWarning />
        <p className="govuk-body">{t.reports.add.part}</p>
        <SessionNote />
        <Form expectedVersion={supplementId} data-keep="long">
          {errors.some(({ message }) => message === mayNameSource) ? (
            <input type="hidden" name="drops" value="yes" />
          ) : null}
          {hasSource ? <InsetText>{t.reports.page.sealed}</InsetText> : null}
          {list ? (
            <ItemPage section={list} first={false} {...shown} />
          ) : page ? (
            <FormPage page={{ ...page, questions }} {...shown} />
          ) : null}
          <Button preventDoubleClick>{t.reports.add.send}</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
