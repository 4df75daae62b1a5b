import { redirect } from 'react-router';
import { askExport, prepareExport } from '#app/domain/connections/exports/ask-export.server.ts';
import { exportFormats, exportPurposes } from '#app/domain/connections/exports/export-choices.ts';
import { link } from '#app/http/link.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/export.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId } = args.params;
  return {
    ...(await prepareExport(ctxOf(args), { submissionId })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { submissionId } = args.params;
  const form = await readForm(args.request, ['format', 'purpose', 'reason']);
  const asked = await attempt(form, () =>
    askExport(ctxOf(args), {
      submissionId,
      format: form.get('format'),
      purpose: form.get('purpose'),
      reason: form.get('reason'),
    }),
  );
  if (!asked.ok) return asked.refused;
  throw redirect(link('triage/exported', { exportId: asked.value.exportId }));
}

const items = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export default function Export({ loaderData, actionData, params }: Route.ComponentProps) {
  const state = actionData ?? formState();
  return (
    <Page
      title="Export a submission"
      errors={state.errors}
      backHref={link('triage/submission', { submissionId: params.submissionId })}
      backText="Submission"
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${loaderData.reference}`}>Export a submission</PageHeading>
        <WarningText>
          The file holds what the partner sent. Keep it as its marking says, and give it to nobody who does
          not need it.
        </WarningText>
        <p className="govuk-body">
          Who told the partner is not in it. Files of the submission are named with their size and SHA-256;
          open them one by one. The export is recorded.
        </p>
        <form method="post" noValidate>
          <Radios
            name="format"
            legend="Kind of file"
            legendSize="s"
            items={items(exportFormats)}
            value={valueOf(state, 'format')}
            error={errorOf(state, 'format')}
          />
          <Radios
            name="purpose"
            legend="What it is for"
            legendSize="s"
            items={items(exportPurposes)}
            value={valueOf(state, 'purpose')}
            error={errorOf(state, 'purpose')}
          />
          <Textarea
            name="reason"
            label="Why do you need it?"
            hint="Kept with the export. Do not repeat what the submission says."
            rows={3}
            value={valueOf(state, 'reason')}
            error={errorOf(state, 'reason')}
          />
          <Button>Export</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
