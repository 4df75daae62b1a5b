import { openSubmissionReport } from '#app/domain/triage/intelligence-report/open-intelligence-report.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { useLink } from '#app/http/use-link.ts';
import { IntelligenceReports } from './IntelligenceReports.tsx';
import type { Route } from './+types/submission.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId } = idsOf(args);
  return { submissionId, opened: await openSubmissionReport(ctxOf(args), { submissionId, as: 'page' }) };
}

/** The intelligence reports of every item of a submission. */
export default function SubmissionReport({ loaderData: { submissionId, opened } }: Route.ComponentProps) {
  const link = useLink();
  return (
    <IntelligenceReports
      opened={opened}
      backHref={link('submissions/submission', { submissionId })}
      files={
        opened.reports.length === 0
          ? []
          : [
              {
                href: link('intelligence-report/submission-pdf', { submissionId }),
                text: 'Download as a PDF',
              },
            ]
      }
    />
  );
}
