import { z } from 'zod';
import { Conflict } from '#app/domain/kernel/failures.ts';
import { addFile } from '#app/domain/intake/own-reports/add-file.server.ts';
import { openOwnReport } from '#app/domain/intake/own-reports/open-own-report.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { uploadAction } from '#app/http/forms/upload-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf, depotOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { EmergencyWarning } from '#app/ui/layout/Emergency.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { FilesAdded } from './FilesAdded.tsx';
import type { Route } from './+types/add-files.ts';

export const handle = { access: 'reports.write' } satisfies RouteHandle;

/** A report that takes what is added to it. */
async function openReport(args: Route.LoaderArgs | Route.ActionArgs) {
  const report = await openOwnReport(ctxOf(args), { submissionId: idsOf(args).submissionId });
  if (!report.mayAdd) throw new Conflict('You withdrew this report. Start a new one');
  return report;
}

export async function loader(args: Route.LoaderArgs) {
  const { id, files } = await openReport(args);
  return { submissionId: id, files };
}

export const action = uploadAction(z.object({ description: z.string() }), openReport, {
  take: async ({ description }, content, args: Route.ActionArgs) => {
    const { submissionId } = idsOf(args);
    return (await addFile(ctxOf(args), depotOf(args), { submissionId, description, content })).outcome;
  },
  done: (outcomes, args) =>
    flash(
      link('reports/add-files', { submissionId: idsOf(args).submissionId }),
      outcomes.every((outcome) => outcome === 'already') ? 'file-already' : 'file-sent',
    ),
});

export default function AddFiles({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages();
  const { submissionId, files } = loaderData;
  const back = link('reports/submission', { submissionId });
  return (
    <Page title={t.files.addTitle} backHref={back}>
      <TwoThirds>
        <PageHeading>{t.files.addTitle}</PageHeading>
        <EmergencyWarning />
        <p className="govuk-body">{t.files.intro}</p>
        <p className="govuk-body">{t.files.safety}</p>
        <p className="govuk-body">{t.files.sentAtOnce}</p>
        <FilesAdded
          title={t.files.sent}
          full={t.files.fullSent}
          files={files}
          action={link('reports/add-files', { submissionId })}
          posted={actionData}
        />
        <p className="govuk-body">
          <a className="govuk-link" href={back}>
            {t.files.backToReport}
          </a>
        </p>
      </TwoThirds>
    </Page>
  );
}
