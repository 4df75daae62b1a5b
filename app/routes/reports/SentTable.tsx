import { partnerStatuses, type PartnerStatus } from '#app/domain/kernel/outcomes.ts';
import type { LedReport } from '#app/domain/desks/own-organisation.server.ts';
import type { SentReport } from '#app/domain/intake/own-reports/sent-reports.server.ts';
import { link } from '#app/http/link.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { OutcomeWords, PartnerStatusTag } from '#app/ui/layout/PartnerStatusTag.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { NextInShort } from './WhatNext.tsx';

type SentTableProps = {
  caption: string;
  sent: readonly (LedReport & Partial<Pick<SentReport, 'promise'>>)[];
  /** Whether to say who sent each. */
  authors?: boolean;
};

/** Reports of a partner, with how each stands and ended. */
export function SentTable({ caption, sent, authors = false }: SentTableProps) {
  const t = useMessages();
  return (
    <CardTable
      caption={caption}
      captionHidden
      close
      columns={[
        { header: t.reports.list.reference, nowrap: true },
        ...(authors ? [{ header: t.reports.colleagues.sentBy }] : []),
        { header: t.reports.list.sentOn },
        { header: t.reports.list.status },
      ]}
      rows={sent.map((report) => ({
        key: report.reference,
        cells: [
          <Reference key="reference" report={report} />,
          ...(authors ? [report.sentBy ?? t.reports.colleagues.byPolice] : []),
          <DateTime key="sent" at={report.submittedAt} dateOnly />,
          <span key="status">
            <span className={report.outcome ? 'portal-cards__spare' : undefined}>
              <PartnerStatusTag status={report.status} />
            </span>
            {report.outcome ? (
              <>
                <br className="portal-cards__spare" />
                <OutcomeWords outcome={report.outcome} />
              </>
            ) : report.promise?.due ? (
              <>
                {' '}
                <br className="portal-cards__spare" />
                <NextInShort promise={report.promise} />
              </>
            ) : null}
          </span>,
        ],
      }))}
    />
  );
}

/** The partner's own reference first: it is what they look for. */
function Reference({ report: { id, reference, partnerReference } }: { report: LedReport }) {
  const name =
    partnerReference === null ? (
      reference
    ) : (
      <>
        <span className="portal-file-name">{partnerReference}</span>
        <br />
        <span className="portal-secondary">{reference}</span>
      </>
    );
  if (id === null) return name;
  return (
    <a className="govuk-link" href={link('reports/submission', { submissionId: id })}>
      {name}
    </a>
  );
}

type StatusFilterProps = { now: PartnerStatus | null; hrefOf: (status: PartnerStatus | null) => string };

/** Links to the list of all, and of those that stand in one way. */
export function StatusFilter({ now, hrefOf }: StatusFilterProps) {
  const t = useMessages();
  return (
    <nav aria-label={t.reports.list.filter}>
      <ul className="govuk-list portal-row-links">
        {[null, ...partnerStatuses].map((status) => (
          <li key={status}>
            {status === now ? (
              <strong aria-current="true">{status === null ? t.reports.list.all : t.status[status]}</strong>
            ) : (
              <a className="govuk-link govuk-link--no-visited-state" href={hrefOf(status)}>
                {status === null ? t.reports.list.all : t.status[status]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The status that an address asks for; null where it asks for none that there is. */
export const statusAsked = (asked: string | null): PartnerStatus | null =>
  partnerStatuses.find((status) => status === asked) ?? null;
