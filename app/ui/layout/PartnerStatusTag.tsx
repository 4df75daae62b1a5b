import type { PartnerOutcome, PartnerStatus } from '#app/domain/kernel/outcomes.ts';
import type { TagColour } from '#app/ui/govuk/Tag.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { StatusTag } from './StatusTag.tsx';

const colours: Readonly<Record<PartnerStatus, TagColour>> = {
  received: 'blue',
  being_reviewed: 'blue',
  more_needed: 'yellow',
  closed: 'grey',
  withdrawn: 'grey',
};

/** Where a report stands, in the neutral words that partners are given. */
export function PartnerStatusTag({ status }: { status: PartnerStatus }) {
  const t = useMessages();
  return <StatusTag text={t.status[status]} colour={colours[status]} />;
}

/** How a report ended, and what that means. */
export function OutcomeWords({ outcome }: { outcome: PartnerOutcome }) {
  const { word, meaning } = useMessages().outcome[outcome];
  return (
    <>
      <strong className="portal-outcome">{word}</strong> <br className="portal-cards__spare" />
      <span className="portal-secondary">{meaning}</span>
    </>
  );
}
