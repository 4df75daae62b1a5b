import { redirect } from 'react-router';
import { means } from '#app/domain/triage/recipients.ts';
import { prepareOutsideStep, recordOutsideStep } from '#app/domain/triage/record-outside-step.server.ts';
import { textLimits } from '#app/domain/triage/text-limits.ts';
import { attempt } from '#app/http/attempt.ts';
import { ctxOf } from '#app/http/context.ts';
import { doneWords } from '#app/http/done.ts';
import { errorOf, formState, valueOf } from '#app/http/form-state.ts';
import { submissionMarking } from '#app/http/marking.ts';
import { momentFields, momentValues, postedMoment } from '#app/http/moment-fields.ts';
import { readForm } from '#app/http/read-form.ts';
import { triageAddresses } from '#app/http/triage-addresses.ts';
import { MomentFields } from '#app/ui/duty/MomentFields.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { stepWords } from '#app/ui/triage/step-words.ts';
import type { Route } from './+types/outside-step.ts';

export async function loader(args: Route.LoaderArgs) {
  const { disseminationId, step } = args.params;
  const prepared = await prepareOutsideStep(ctxOf(args), { disseminationId, step });
  return {
    prepared,
    disseminationId,
    // Mostly it is written down when it has just been done, with whom it was meant for.
    blank: { with: prepared.post, ...momentValues('at', prepared.now) },
    marking: submissionMarking(args),
    done: doneWords(args.url.searchParams.get('done')),
  };
}

export async function action(args: Route.ActionArgs) {
  const { disseminationId, step } = args.params;
  const form = await readForm(args.request, ['means', 'with', 'note', ...momentFields('at')]);
  const recorded = await attempt(form, () =>
    recordOutsideStep(ctxOf(args), {
      disseminationId,
      step,
      means: form.get('means'),
      with: form.get('with'),
      at: postedMoment(form, 'at'),
      note: form.get('note'),
    }),
  );
  if (!recorded.ok) return recorded.refused;
  throw redirect(`${triageAddresses.dissemination(disseminationId)}?done=step-${step}`);
}

export default function OutsideStepPage({ loaderData, actionData }: Route.ComponentProps) {
  const { prepared, disseminationId, blank, marking, done } = loaderData;
  const words = stepWords[prepared.step];
  const state = actionData ?? formState(blank);
  const fields = {
    valueOf: (field: string) => valueOf(state, field),
    errorOf: (field: string) => errorOf(state, field),
  };
  return (
    <Page
      title={words.record}
      backHref={triageAddresses.dissemination(disseminationId)}
      marking={marking}
      errors={state.errors}
      fieldIds={{ at: 'at-day' }}
      success={done ?? undefined}
    >
      <TwoThirds>
        <PageHeading caption={`${prepared.body}, our reference ${prepared.reference}`}>
          {words.record}
        </PageHeading>
        <form method="post" noValidate data-keep>
          <Radios
            name="means"
            legend="How?"
            legendSize="s"
            value={valueOf(state, 'means')}
            error={errorOf(state, 'means')}
            items={Object.entries(means).map(([value, label]) => ({ value, label }))}
          />
          <Input
            name="with"
            label={words.with}
            labelClassName="govuk-label--s"
            hint="Not a person’s name"
            value={valueOf(state, 'with')}
            error={errorOf(state, 'with')}
            autoComplete="off"
          />
          <MomentFields name="at" what={words.when} {...fields} />
          <CharacterCount
            name="note"
            label="Note (optional)"
            labelClassName="govuk-label--s"
            rows={3}
            maxLength={textLimits.conditions}
            value={valueOf(state, 'note')}
            error={errorOf(state, 'note')}
            autoComplete="off"
          />
          <Button preventDoubleClick>{words.button}</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
