import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { askExport, prepareExport } from '#app/domain/connections/exports/ask-export.server.ts';
import { exportFormats, exportPurposes } from '#app/domain/connections/exports/export-choices.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { PartnerCautions } from '#app/ui/triage/PartnerCautions.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/export.ts';

export const handle = { access: 'triage.work', recentProof: true } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId } = idsOf(args);
  return {
    ...(await prepareExport(ctxOf(args), { submissionId })),
  };
}

const form = z.object({ format: shownAtTimes(), purpose: shownAtTimes(), reason: z.string() });

export const action = formAction(form, async (asked, args: Route.ActionArgs) => {
  const { submissionId } = idsOf(args);
  const { exportId } = await askExport(ctxOf(args), { submissionId, ...asked });
  return link('exports/exported', { exportId });
});

const items = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export default function Export({ loaderData, params }: Route.ComponentProps) {
  const link = useLink();
  return (
    <Page
      title="Export a submission"
      backHref={link('submissions/submission', { submissionId: params.submissionId })}
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
        <PartnerCautions cautions={loaderData.cautions} />
        <Form>
          <Radios name="format" legend="Kind of file" legendSize="s" items={items(exportFormats)} />
          <Radios name="purpose" legend="What it is for" legendSize="s" items={items(exportPurposes)} />
          <Textarea
            name="reason"
            label="Why do you need it?"
            hint="Kept with the export. Do not repeat what the submission says."
            rows={3}
          />
          <Button>Export</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
