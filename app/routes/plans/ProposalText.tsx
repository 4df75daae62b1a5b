import type { Proposal } from '#app/domain/plan/proposals.server.ts';
import { CitedFact } from '#app/routes/plan/EvidenceList.tsx';
import { ItemStatusTag } from '#app/routes/plan/ItemStatusTag.tsx';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

/** What somebody proposed, word for word, and what it rests on or takes the place of. */
export function ProposalText({ proposal }: { proposal: Proposal }) {
  const { status, text, datedOn, cites, supersedes, by, at } = proposal;
  return (
    <>
      {status ? (
        <div className="govuk-!-margin-bottom-1">
          <ItemStatusTag status={status} />
        </div>
      ) : null}
      <div className="portal-verbatim">{text}</div>
      {cites ? <CitedFact cited={cites} /> : null}
      {supersedes ? (
        <div className="portal-secondary">
          In the place of “{supersedes.text}”, which is wrong: {supersedes.why}
        </div>
      ) : null}
      <div className="portal-secondary">
        {status ? 'Status' : 'Evidence'}
        {datedOn ? (
          <>
            {' of '}
            <DateTime at={datedOn} dateOnly />
          </>
        ) : null}
        , proposed by {by}, <DateTime at={at} />
      </div>
    </>
  );
}

/** Whether it waits, and why it was returned. */
export function ProposalState({
  proposal: { decision, decidedBy, decidedAt, reason },
}: {
  proposal: Proposal;
}) {
  if (decision === null) return <Tag colour="yellow">Waits for approval</Tag>;
  return (
    <>
      <div className="govuk-!-margin-bottom-1">
        <Tag colour={decision === 'approved' ? 'green' : 'orange'}>
          {decision === 'approved' ? 'Approved' : 'Returned'}
        </Tag>
      </div>
      {reason ? <div className="portal-verbatim">{reason}</div> : null}
      <div className="portal-secondary">
        {decidedBy}
        {decidedAt ? (
          <>
            , <DateTime at={decidedAt} />
          </>
        ) : null}
      </div>
    </>
  );
}
