import { redirect } from 'react-router';
import { means } from '#app/domain/kernel/recipients.ts';
import {
  correctOutsideStep,
  prepareOutsideStep,
  recordOutsideStep,
} from '#app/domain/triage/dissemination/record-outside-step.server.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { doneWords } from '#app/http/forms/done.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import { submissionMarking } from '#app/http/server/marking.ts';
import { momentFields, momentValues, postedMoment } from '#app/http/forms/moment-fields.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { triageAddresses } from '#app/http/triage-addresses.ts';
import { MomentFields } from '#app/ui/duty/MomentFields.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
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
    blank: blankOf(prepared),
    marking: submissionMarking(args),
    done: doneWords(args.url.searchParams.get('done')),
  };
}

type Prepared = Awaited<ReturnType<typeof prepareOutsideStep>>;

/** Mostly it is written down when it has just been done, with whom it was meant for; a correction begins with what is there. */
function blankOf({ recorded, post, now }: Prepared): Record<string, string> {
  if (!recorded) return { with: post, ...momentValues('at', now) };
  const { id, means: how, withPost, note, at } = recorded;
  return { corrects: id, means: how, with: withPost, note: note ?? '', ...momentValues('at', at) };
}

export async function action(args: Route.ActionArgs) {
  const { disseminationId, step } = args.params;
  const form = await readForm(args.request, [
    'means',
    'with',
    'note',
    'corrects',
    'reason',
    ...momentFields('at'),
  ]);
  const corrects = form.get('corrects');
  const written = {
    disseminationId,
    step,
    means: form.get('means'),
    with: form.get('with'),
    at: postedMoment(form, 'at'),
    note: form.get('note'),
  };
  const recorded = await attempt(form, () =>
    corrects
      ? correctOutsideStep(ctxOf(args), { ...written, corrects, reason: form.get('reason') })
      : recordOutsideStep(ctxOf(args), written),
  );
  if (!recorded.ok) return recorded.refused;
  const done = corrects ? 'step-corrected' : `step-${step}`;
  throw redirect(`${triageAddresses.dissemination(disseminationId)}?done=${done}`);
}

export default function OutsideStepPage({ loaderData, actionData }: Route.ComponentProps) {
  const { prepared, disseminationId, blank, marking, done } = loaderData;
  const words = stepWords[prepared.step];
  const correcting = prepared.recorded !== null;
  const title = correcting ? words.correct : words.record;
  const state = actionData ?? formState(blank);
  const fields = {
    valueOf: (field: string) => valueOf(state, field),
    errorOf: (field: string) => errorOf(state, field),
  };
  return (
    <Page
      title={title}
      backHref={triageAddresses.dissemination(disseminationId)}
      marking={marking}
      errors={state.errors}
      fieldIds={{ at: 'at-day' }}
      success={done ?? undefined}
    >
      <TwoThirds>
        <PageHeading caption={`${prepared.body}, our reference ${prepared.reference}`}>{title}</PageHeading>
        {correcting ? (
          <InsetText>What was recorded stays in sight, marked as wrong, with your reason.</InsetText>
        ) : null}
        <form method="post" noValidate data-keep>
          <input type="hidden" name="corrects" value={valueOf(state, 'corrects')} />
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
          {correcting ? (
            <CharacterCount
              name="reason"
              label="What was wrong?"
              labelClassName="govuk-label--s"
              rows={2}
              maxLength={textLimits.conditions}
              value={valueOf(state, 'reason')}
              error={errorOf(state, 'reason')}
              autoComplete="off"
            />
          ) : null}
          <Button preventDoubleClick>{correcting ? 'Save the correction' : words.button}</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
