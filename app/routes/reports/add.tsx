import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { Conflict, Invalid } from '#app/domain/kernel/failures.ts';
import { isId } from '#app/domain/kernel/is-id.ts';
import { addSupplement } from '#app/domain/intake/own-reports/add-supplement.server.ts';
import { openOwnReport } from '#app/domain/intake/own-reports/open-own-report.server.ts';
import { dangers, knownHows, longestSupplement } from '#app/domain/intake/own-reports/supplement.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, errorsFromInvalid, formState, refusedForm, valueOf } from '#app/http/forms/form-state.ts';
import { keepingAdded, type Pairs } from '#app/http/forms/not-saved.ts';
import { postedForm } from '#app/http/forms/posted-form.ts';
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
import { translated, useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/add.ts';

export const handle = { access: 'reports.write', afterSessionEnd: 'again' } satisfies RouteHandle;

const fields = ['danger', 'text', 'knownHow'] as const;
const warning = 'reports.add.namesSource';

/** A report that takes what is added to it. */
async function openReport(args: Route.LoaderArgs | Route.ActionArgs) {
  const report = await openOwnReport(ctxOf(args), { submissionId: args.params.submissionId });
  if (!report.mayAdd) throw new Conflict('You withdrew this report. Start a new one');
  return report;
}

export async function loader(args: Route.LoaderArgs) {
  const report = await openReport(args);
  return {
    back: link('reports/submission', { submissionId: report.id }),
    supplementId: randomUUID(),
    sealedByOthers: report.sealedByOthers,
  };
}

export async function action(args: Route.ActionArgs) {
  return keepingAdded(args, [{ name: 'text', label: 'reports.add.text' }], (pairs) => send(args, pairs));
}

async function send(args: Route.ActionArgs, pairs: Pairs) {
  const { submissionId } = args.params;
  const form = postedForm(pairs, [...fields, 'supplementId', 'warned', 'from']);
  // What could not be saved in the report itself, or came after the session, is looked through first: nothing is sent yet.
  if (form.get('from') === 'kept') {
    await openReport(args);
    return { ...refusedForm(form, []), warned: false };
  }
  const posted = form.get('supplementId');
  const supplementId = isId(posted) ? posted : randomUUID();
  try {
    await addSupplement(ctxOf(args), {
      submissionId,
      supplementId,
      text: form.get('text'),
      knownHow: form.get('knownHow'),
      danger: form.get('danger'),
      warned: form.get('warned') === 'yes',
    });
  } catch (failure) {
    if (!(failure instanceof Invalid)) throw failure;
    const errors = errorsFromInvalid(failure);
    const warned = errors.some(({ message }) => message === warning);
    return data({ ...refusedForm(form, errors), warned }, { status: 422 });
  }
  throw redirect(`${link('reports/submission', { submissionId })}?done=added`);
}

export default function AddInformation({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages();
  const state = actionData ?? formState();
  const error = (field: string) => translated(t, errorOf(state, field));
  return (
    <Page title={t('reports.add.title')} backHref={loaderData.back} errors={state.errors}>
      <TwoThirds>
        <PageHeading>{t('reports.add.title')}</PageHeading>
        <EmergencyWarning />
        <p className="govuk-body">{t('reports.add.lead')}</p>
        <p className="govuk-body">{t('reports.add.stays')}</p>
        <p className="govuk-body">{t('reports.add.dont')}</p>
        {loaderData.sealedByOthers ? <InsetText>{t('reports.sealedByOthers')}</InsetText> : null}
        <SessionNote />
        <form method="post" noValidate data-keep="long">
          <input
            type="hidden"
            name="supplementId"
            value={valueOf(state, 'supplementId') || loaderData.supplementId}
          />
          {actionData?.warned ? <input type="hidden" name="warned" value="yes" /> : null}
          <Radios
            name="danger"
            legend={t('reports.add.danger')}
            value={valueOf(state, 'danger')}
            error={error('danger')}
            items={dangers.map((value) => ({ value, label: t(`reports.add.dangers.${value}`) }))}
          />
          <CharacterCount
            name="text"
            rows={8}
            maxLength={longestSupplement}
            threshold={75}
            limitText={t('reports.add.limit')}
            label={t('reports.add.text')}
            hint={t('reports.add.textHint')}
            value={valueOf(state, 'text')}
            error={error('text')}
            autoComplete="off"
          />
          <Radios
            name="knownHow"
            legend={t('reports.add.knownHow')}
            value={valueOf(state, 'knownHow')}
            error={error('knownHow')}
            items={knownHows.map((value) => ({ value, label: t(`reports.add.knownHows.${value}`) }))}
          />
          <Button preventDoubleClick>{t('reports.add.send')}</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
