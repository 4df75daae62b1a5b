import type { OpenedReports } from '#app/domain/triage/intelligence-report/open-intelligence-report.server.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { useFrame } from '#app/ui/layout/frame-context.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import {
  noTextYet,
  notApprovedYet,
  reportRows,
  type ReportRow,
} from '#app/ui/triage/intelligence-report-words.ts';

export type IntelligenceReportsProps = {
  opened: OpenedReports;
  backHref: string;
  /** The same as files; none for whoever may take nothing away. */
  files: readonly { href: string; text: string }[];
};

/** The page of a 3x5x2 report, made to be read on paper too: the same rows in the same order as its PDF. */
export function IntelligenceReports({ opened, backHref, files }: IntelligenceReportsProps) {
  const { markings } = useFrame();
  const { reference, reports } = opened;
  return (
    <Page title="Intelligence report" backHref={backHref}>
      <TwoThirds>
        <PageHeading caption={`Submission ${reference}`}>Intelligence report</PageHeading>
        <p className="govuk-body portal-no-print portal-inline-list">
          {files.map(({ href, text }) => (
            <a key={href} className="govuk-link govuk-link--no-visited-state" href={href}>
              {text}
            </a>
          ))}
        </p>
        {reports.length === 0 ? <InsetText>No item was made of this submission.</InsetText> : null}
        {reports.map((report) => {
          const { above, below } = reportRows(report, markings.submission);
          return (
            <section key={report.urn} aria-labelledby={`report-${report.urn.split('/').at(-1) ?? ''}`}>
              {/* Of a single report the row below says it. */}
              <h2
                className={reports.length === 1 ? 'govuk-visually-hidden' : 'govuk-heading-m'}
                id={`report-${report.urn.split('/').at(-1) ?? ''}`}
              >
                {report.urn}
              </h2>
              {report.approvalOutstanding ? <WarningText>{notApprovedYet}</WarningText> : null}
              <Rows rows={above} />
              <h3 className="govuk-heading-s">
                Information{report.version === null ? '' : `, version ${report.version}`}
              </h3>
              {report.text === null ? (
                <InsetText>{noTextYet}</InsetText>
              ) : (
                <div className="portal-verbatim portal-released">{report.text}</div>
              )}
              <Rows rows={below} />
            </section>
          );
        })}
      </TwoThirds>
    </Page>
  );
}

function Rows({ rows }: { rows: readonly ReportRow[] }) {
  return (
    <SummaryList
      rows={rows.map(({ key, value }) => ({
        key,
        value: value.map((line, index) => (
          <div key={index} className="portal-verbatim">
            {line}
          </div>
        )),
      }))}
    />
  );
}
