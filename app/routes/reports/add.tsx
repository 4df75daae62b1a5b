import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form, HiddenField, useFormState } from '#app/ui/layout/Form.tsx';
import { shownAtTimes, tick } from '#app/domain/kernel/fields.ts';
import { randomUUID } from 'node:crypto';
import { Conflict } from '#app/domain/kernel/failures.ts';
import { isId } from '#app/domain/kernel/id.ts';
import { addSupplement } from '#app/domain/intake/own-reports/add-supplement.server.ts';
import { openOwnReport } from '#app/domain/intake/own-reports/open-own-report.server.ts';
import {
  addedContact,
  dangers,
  knownHows,
  longestSupplement,
  mayNameSource,
} from '#app/domain/intake/own-reports/supplement.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { longFormBytes } from '#app/domain/kernel/form-limits.ts';
import { lostWithReport } from '#app/http/forms/not-saved.ts';
import { flash } from '#app/http/forms/flash.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { EmergencyWarning } from '#app/ui/layout/Emergency.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { SessionNote } from '#app/ui/layout/SessionEnd.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { ContactForReport, contactValues, NoSafeNumber } from './ContactForReport.tsx';
import type { Route } from './+types/add.ts';

export const handle = { access: 'reports.write', afterSessionEnd: 'again' } satisfies RouteHandle;

/** A report that takes what is added to it. */
async function openReport(args: Route.LoaderArgs | Route.ActionArgs) {
  const report = await openOwnReport(ctxOf(args), { submissionId: idsOf(args).submissionId });
  if (!report.mayAdd) throw new Conflict('You withdrew this report. Start a new one');
  return report;
}

export async function loader(args: Route.LoaderArgs) {
  const report = await openReport(args);
  return {
    back: link('reports/submission', { submissionId: report.id }),
    supplementId: randomUUID(),
    sealedByOthers: report.sealedByOthers,
    contact: report.contact,
  };
}

const form = z.object({
  danger: shownAtTimes(),
  text: z.string(),
  knownHow: shownAtTimes(),
  supplementId: shownAtTimes(),
  ...addedContact,
  /** The person has been told that the text names the source, and sends it. */
  warned: tick(),
  /** Where it comes from: "kept" for what could not be saved in the report itself, or came after the session had ended. */
  from: shownAtTimes(),
});

export const action = formAction(
  form,
  async ({ from, supplementId, ...added }, args: Route.ActionArgs, again) => {
    const { submissionId } = idsOf(args);
    // It is looked through first: nothing is sent yet.
    if (from === 'kept') {
      await openReport(args);
      return again([], {}, 200);
    }
    await addSupplement(ctxOf(args), {
      submissionId,
      supplementId: isId(supplementId) ? supplementId : randomUUID(),
      ...added,
      contact: added,
    });
    return flash(link('reports/submission', { submissionId }), 'added');
  },
  { bytes: longFormBytes, lost: lostWithReport([{ name: 'text', label: (t) => t.reports.add.text }]) },
);

export default function AddInformation({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  const posted = useFormState();
  const { contact } = loaderData;
  return (
    <Page title={t.reports.add.title} backHref={loaderData.back}>
      <TwoThirds>
        <PageHeading>{t.reports.add.title}</PageHeading>
        <EmergencyWarning />
        <p className="govuk-body">{t.reports.add.lead}</p>
        <p className="govuk-body">{t.reports.add.stays}</p>
        <p className="govuk-body">{t.reports.add.dont}</p>
        {loaderData.sealedByOthers ? <InsetText>{t.reports.sealedByOthers}</InsetText> : null}
        <SessionNote />
        <Form data-keep="long" values={contact ? contactValues(contact) : {}}>
          <HiddenField name="supplementId" value={loaderData.supplementId} />
          {posted?.errors.some(({ message }) => message === mayNameSource) ? (
            <input type="hidden" name="warned" value="yes" />
          ) : null}
          <Radios
            name="danger"
            legend={t.reports.add.danger}
            items={dangers.map((value) => ({ value, label: t.reports.add.dangers[value] }))}
          />
          <CharacterCount
            name="text"
            rows={8}
            maxLength={longestSupplement}
            threshold={75}
            limitText={t.reports.add.limit}
            label={t.reports.add.text}
            hint={t.reports.add.textHint}
            autoComplete="off"
          />
          <Radios
            name="knownHow"
            legend={t.reports.add.knownHow}
            items={knownHows.map((value) => ({ value, label: t.reports.add.knownHows[value] }))}
          />
          {contact ? (
            <ContactForReport contact={contact} entered={false} asked={t.account.sending.ifDanger} />
          ) : null}
          <div className="govuk-button-group">
            <Button preventDoubleClick>{t.reports.add.send}</Button>
            {contact ? <NoSafeNumber contact={contact} entered={false} /> : null}
          </div>
        </Form>
      </TwoThirds>
    </Page>
  );
}
