import type { ReactNode } from 'react';
import type { Identity } from '#app/domain/desks/submission-identity.server.ts';
import type { Status } from '#app/domain/kernel/statuses.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { PriorityTag } from '#app/ui/layout/PriorityTag.tsx';
import { ChildTag } from '#app/ui/triage/ChildTag.tsx';
import { ClockCell } from '#app/ui/triage/ClockCell.tsx';
import { StateTag } from '#app/ui/triage/StateTag.tsx';

export type SubmissionIdentityProps = {
  identity: Identity;
  /** Null where the reader may not know it. */
  status: Status | null;
  restricted?: boolean;
  concernsChild?: boolean;
  queue?: string;
  mine?: boolean;
  /** Where everything else that may be done stands, far down beside a long report. */
  moreHref?: string | undefined;
};

/** Which submission this is, how urgent, who has it and what is due: at the top of all that is shown of it. */
export function SubmissionIdentity({
  identity,
  status,
  restricted,
  concernsChild,
  queue,
  mine,
  moreHref,
}: SubmissionIdentityProps) {
  const { reference, priority, area, holder, dueAt, now, waitsFor } = identity;
  return (
    <div className="portal-identity">
      <div className="portal-identity__name">
        <h1 className="govuk-heading-l portal-identity__reference">
          <span className="govuk-visually-hidden">Submission </span>
          {reference}
        </h1>
        <PriorityTag priority={priority} />{' '}
        {status ? <StateTag status={status} held={holder !== null} /> : null}{' '}
        {restricted ? <Tag colour="purple">Restricted to FIB</Tag> : null}{' '}
        {concernsChild ? <ChildTag /> : null}
      </div>
      <dl className="portal-identity__facts">
        <Fact name="Owner">{holder ? `${holder}${mine ? ' (you)' : ''}` : 'Nobody'}</Fact>
        <Fact name="Due">
          <ClockCell dueAt={dueAt} now={now} waitsFor={waitsFor} status={status} />
        </Fact>
        <Fact name="Area">{area ?? 'Not known'}</Fact>
        {queue ? <Fact name="Queue">{queue}</Fact> : null}
      </dl>
      {moreHref ? (
        <a className="govuk-link govuk-body-s portal-identity__more" href={moreHref}>
          What else you can do
        </a>
      ) : null}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="portal-identity__fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
