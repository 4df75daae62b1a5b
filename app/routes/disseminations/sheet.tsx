import { openSheet } from '#app/domain/triage/dissemination/open-sheet.server.ts';
import { means } from '#app/domain/kernel/recipients.ts';
import { link } from '#app/http/link.ts';
import { ctxOf, portalContext } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { gradeLines } from '#app/ui/triage/grade-words.ts';
import { handlingConditions, sheetRequest, sheetTitle } from '#app/ui/triage/sheet-words.ts';
import type { Route } from './+types/sheet.ts';

export const handle = { access: 'disseminations.follow' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { disseminationId } = idsOf(args);
  return {
    sheet: await openSheet(ctxOf(args), { disseminationId, as: 'page' }),
    force: args.context.get(portalContext).force.force.name,
  };
}

/** What a recipient outside the force is read out or handed on paper. */
export default function SheetPage({ loaderData: { sheet, force } }: Route.ComponentProps) {
  return (
    <Page
      title="Sheet of a dissemination"
      backHref={link('disseminations/dissemination', { disseminationId: sheet.disseminationId })}
    >
      <TwoThirds>
        <PageHeading caption={force}>{sheetTitle}</PageHeading>
        <p className="govuk-body portal-no-print">
          Print this page, or{' '}
          <a
            className="govuk-link"
            href={link('disseminations/sheet-pdf', { disseminationId: sheet.disseminationId })}
          >
            download it as a PDF
          </a>
          . Each opening is recorded.
        </p>
        {sheet.approvalOutstanding ? (
          <WarningText>Sent at once. A second person has not approved this text yet.</WarningText>
        ) : null}
        <section className="portal-conditions" aria-labelledby="conditions">
          <h2 className="govuk-heading-m" id="conditions">
            Handling conditions
          </h2>
          <ul className="govuk-list govuk-list--bullet">
            {handlingConditions(sheet).map((condition) => (
              <li key={condition} className="portal-verbatim">
                {condition}
              </li>
            ))}
          </ul>
        </section>
        <SummaryList
          rows={[
            { key: 'For', value: `${sheet.body}, ${sheet.post}` },
            { key: 'From', value: `${force}, Force Intelligence Bureau` },
            { key: 'Our reference', value: sheet.reference },
            { key: 'Grade of this text', value: <Lines lines={gradeLines(sheet.grade)} /> },
            sheet.fiveByFive.length > 0 && { key: '5x5x5 grade', value: <Lines lines={sheet.fiveByFive} /> },
            {
              key: 'Let out',
              value: (
                <>
                  <DateTime at={sheet.releasedAt} />, version {sheet.version}
                </>
              ),
            },
            sheet.passed && {
              key: 'Passed on',
              value: (
                <>
                  {means[sheet.passed.means]}, <DateTime at={sheet.passed.at} />
                </>
              ),
            },
            { key: 'Acknowledge by', value: <DateTime at={sheet.acknowledgeBy} /> },
          ]}
        />
        <h2 className="govuk-heading-m">What is known</h2>
        <div className="portal-verbatim portal-released">{sheet.text}</div>
        <p className="govuk-body">{sheetRequest(force)}</p>
      </TwoThirds>
    </Page>
  );
}

/** A code and, under it, what it means. */
function Lines({ lines: [first, ...others] }: { lines: readonly string[] }) {
  return (
    <>
      <strong>{first}</strong>
      {others.map((line) => (
        <span key={line} className="portal-secondary">
          <br />
          {line}
        </span>
      ))}
    </>
  );
}
