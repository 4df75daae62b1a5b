import { z } from 'zod';
import { isMeans, means } from '#app/domain/kernel/recipients.ts';
import {
  correctOutsideStep,
  prepareOutsideStep,
  recordOutsideStep,
} from '#app/domain/triage/dissemination/record-outside-step.server.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { moment, momentValues, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { MomentFields } from '#app/ui/duty/MomentFields.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Form, HiddenField } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { stepWords } from './step-words.ts';
import type { Route } from './+types/outside-step.ts';

export const handle = { access: 'disseminations.follow' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { disseminationId, step } = idsOf(args);
  const prepared = await prepareOutsideStep(ctxOf(args), { disseminationId, step });
  return {
    prepared,
    disseminationId,
    blank: blankOf(prepared),
  };
}

type Prepared = Awaited<ReturnType<typeof prepareOutsideStep>>;

/** Mostly it is written down when it has just been done, with whom it was meant for; a correction begins with what is there. */
function blankOf({ recorded, post, now }: Prepared): Record<string, string> {
  if (!recorded) return { with: post, ...momentValues('at', now) };
  const { id, means: how, withPost, note, at } = recorded;
  return { corrects: id, means: how, with: withPost, note: note ?? '', ...momentValues('at', at) };
}

const form = z.object({
  means: shownAtTimes().refine(isMeans, 'Select how'),
  with: z.string().refine((post) => post.trim() !== '', 'Enter the role or post of whoever it was'),
  at: moment('it happened'),
  note: z.string(),
  /** The entry that is corrected; empty where something is recorded for the first time. */
  corrects: z.string(),
  reason: shownAtTimes(),
});

export const action = formAction(form, async ({ corrects, reason, ...written }, args: Route.ActionArgs) => {
  const { disseminationId, step } = idsOf(args);
  const input = { disseminationId, step, ...written };
  const address = link('disseminations/dissemination', { disseminationId });
  if (corrects === '') {
    const recorded = await recordOutsideStep(ctxOf(args), input);
    return flash(address, `step-${recorded}`);
  }
  await correctOutsideStep(ctxOf(args), { ...input, corrects, reason });
  return flash(address, 'step-corrected');
});

export default function OutsideStepPage({ loaderData }: Route.ComponentProps) {
  const { prepared, disseminationId, blank } = loaderData;
  const words = stepWords[prepared.step];
  const correcting = prepared.recorded !== null;
  const title = correcting ? words.correct : words.record;
  return (
    <Page title={title} backHref={link('disseminations/dissemination', { disseminationId })}>
      <TwoThirds>
        <PageHeading caption={`${prepared.body}, our reference ${prepared.reference}`}>{title}</PageHeading>
        {correcting ? (
          <InsetText>What was recorded stays in sight, marked as wrong, with your reason.</InsetText>
        ) : null}
        <Form values={blank} data-keep>
          <HiddenField name="corrects" />
          <Radios
            name="means"
            legend="How?"
            legendSize="s"
            items={Object.entries(means).map(([value, label]) => ({ value, label }))}
          />
          <Input
            name="with"
            label={words.with}
            labelClassName="govuk-label--s"
            hint="Not a person’s name"
            autoComplete="off"
          />
          <MomentFields name="at" what={words.when} />
          <CharacterCount
            name="note"
            label="Note (optional)"
            labelClassName="govuk-label--s"
            rows={3}
            maxLength={textLimits.conditions}
            autoComplete="off"
          />
          {correcting ? (
            <CharacterCount
              name="reason"
              label="What was wrong?"
              labelClassName="govuk-label--s"
              rows={2}
              maxLength={textLimits.conditions}
              autoComplete="off"
            />
          ) : null}
          <Button preventDoubleClick>{correcting ? 'Save the correction' : words.button}</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
