import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { seeAgain } from '#app/domain/connections/tasks/see-again.server.ts';
import { todayOf } from '#app/domain/intake/drafts/drafts.server.ts';
import { openOwnReport } from '#app/domain/intake/own-reports/open-own-report.server.ts';
import {
  readSighting,
  sightingDays,
  sightingLimits,
  sightingPlaces,
  sightingSteps,
  type SightingStep,
} from '#app/domain/intake/own-reports/sighting.ts';
import { dangers, mayNameSource } from '#app/domain/intake/own-reports/supplement.ts';
import { Conflict, Invalid, NotFound } from '#app/domain/kernel/failures.ts';
import { boxes, shownAtTimes, tick } from '#app/domain/kernel/fields.ts';
import { isId } from '#app/domain/kernel/id.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { EmergencyWarning } from '#app/ui/layout/Emergency.tsx';
import { Form, HiddenField, useFormState } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { SessionNote } from '#app/ui/layout/SessionEnd.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/seen-again.ts';

export const handle = { access: 'reports.write', afterSessionEnd: 'again' } satisfies RouteHandle;

/** One's own report, unless it was withdrawn. Who was asked to stop looking still tells of danger. */
async function openReport(args: Route.LoaderArgs | Route.ActionArgs) {
  const report = await openOwnReport(ctxOf(args), { submissionId: idsOf(args).submissionId });
  if (!report.own) throw new NotFound();
  if (!report.mayAdd) throw new Conflict('You withdrew this report. Start a new one');
  return report;
}

export async function loader(args: Route.LoaderArgs) {
  const { id } = await openReport(args);
  return { back: link('reports/submission', { submissionId: id }), supplementId: randomUUID() };
}

/** What the page does not ask, it carries: nothing is kept before the last is sent. */
const form = z.object({
  step: shownAtTimes(),
  day: shownAtTimes(),
  seenOn: boxes(),
  time: shownAtTimes(),
  where: shownAtTimes(),
  place: shownAtTimes(),
  danger: shownAtTimes(),
  what: shownAtTimes(),
  supplementId: shownAtTimes(),
  /** The person has been told that the text names the source, and sends it. */
  warned: tick(),
  /** The button pressed: back a page, or on. */
  go: shownAtTimes(),
  /** "kept" for what came after the session had ended: it is looked at first. */
  from: shownAtTimes(),
});

export const action = formAction(form, async (posted, args: Route.ActionArgs, again) => {
  const { step, supplementId, go, from, ...sighting } = posted;
  const { id: submissionId } = await openReport(args);
  const at = sightingSteps.find((known) => known === step) ?? 'when';
  const place = sightingSteps.indexOf(at);
  if (from === 'kept') return again([], { step: at }, 200);
  if (go === 'back') return again([], { step: sightingSteps[Math.max(0, place - 1)] ?? 'when' }, 200);
  const ctx = ctxOf(args);
  const read = readSighting(sighting, todayOf(ctx), at);
  if (!read.ok)
    return again(
      Object.entries(read.errors).map(([field, message]) => ({ field, message })),
      { step: read.step },
    );
  const next = sightingSteps[place + 1];
  if (next) return again([], { step: next }, 200);
  try {
    await seeAgain(ctx, {
      submissionId,
      supplementId: isId(supplementId) ? supplementId : randomUUID(),
      ...sighting,
    });
  } catch (failure) {
    if (!(failure instanceof Invalid)) throw failure;
    const errors = Object.entries(failure.fieldErrors).map(([field, message]) => ({ field, message }));
    return again(errors, { step: at });
  }
  return flash(link('reports/submission', { submissionId }), 'added');
});

export default function SeenAgain({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages();
  const posted = useFormState();
  const step: SightingStep = actionData && 'step' in actionData ? actionData.step : 'when';
  const title = t.seenAgain.pages[step];
  const asked = fieldsOf[step];
  return (
    <Page title={title} backHref={loaderData.back}>
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        {step === 'when' ? <p className="govuk-body">{t.seenAgain.dont}</p> : null}
        {step === 'what' ? <EmergencyWarning /> : null}
        <SessionNote />
        <Form data-keep="long">
          <HiddenField name="supplementId" value={loaderData.supplementId} />
          <input type="hidden" name="step" value={step} />
          {posted?.errors.some(({ message }) => message === mayNameSource) ? (
            <input type="hidden" name="warned" value="yes" />
          ) : null}
          {Object.values(fieldsOf)
            .flat()
            .filter((name) => !asked.includes(name))
            .map((name) => (
              <HiddenField key={name} name={name} />
            ))}
          <Asked step={step} />
          <div className="govuk-button-group">
            <Button preventDoubleClick>{step === 'what' ? t.seenAgain.send : t.common.continue}</Button>
            {step === 'when' ? null : (
              <Button variant="secondary" name="go" value="back">
                {t.seenAgain.back}
              </Button>
            )}
          </div>
        </Form>
      </TwoThirds>
    </Page>
  );
}

const fieldsOf: Readonly<Record<SightingStep, readonly string[]>> = {
  when: ['day', 'seenOn-day', 'seenOn-month', 'seenOn-year', 'time'],
  where: ['where', 'place'],
  what: ['danger', 'what'],
};

const dateParts = ['day', 'month', 'year'] as const;

function Asked({ step }: { step: SightingStep }) {
  const t = useMessages();
  const title = t.seenAgain.pages[step];
  if (step === 'when')
    return (
      <>
        <Radios
          name="day"
          legend={title}
          legendClassName="govuk-visually-hidden"
          items={sightingDays.map((value) => ({
            value,
            label: t.seenAgain.days[value],
            conditional:
              value === 'other' ? (
                <DateInput
                  id="seenOn"
                  namePrefix="seenOn"
                  parts={dateParts.map((name) => ({ name, label: t.form.date.parts[name] }))}
                  legend={t.seenAgain.seenOn}
                  hint={t.seenAgain.seenOnHint}
                />
              ) : undefined,
          }))}
        />
        <Input name="time" label={t.seenAgain.time} width={10} autoComplete="off" />
      </>
    );
  if (step === 'where')
    return (
      <Radios
        name="where"
        legend={title}
        legendClassName="govuk-visually-hidden"
        items={sightingPlaces.map((value) => ({
          value,
          label: t.seenAgain.places[value],
          conditional:
            value === 'another' ? (
              <Input
                name="place"
                label={t.seenAgain.place}
                hint={t.seenAgain.placeHint}
                maxLength={sightingLimits.place}
                autoComplete="off"
              />
            ) : undefined,
        }))}
      />
    );
  return (
    <>
      <Radios
        name="danger"
        legend={t.seenAgain.danger}
        items={dangers.map((value) => ({ value, label: t.reports.add.dangers[value] }))}
      />
      <Textarea
        name="what"
        label={t.seenAgain.what}
        hint={t.seenAgain.whatHint}
        rows={6}
        autoComplete="off"
      />
    </>
  );
}
