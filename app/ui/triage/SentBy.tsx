import type { Facts } from '#app/domain/triage/submission-parts.server.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

const channels = { web: 'the portal', telephone: 'telephone', paper: 'paper' } as const;

/** Who sent a report, when and how; who told them is sealed. */
export function SentBy({ facts }: { facts: Facts }) {
  const { organisation, site, sentBy, enteredBy, receivedAt, channel, formVersion, sourceSealed } = facts;
  return (
    <SummaryList
      rows={[
        { key: 'Sent by', value: [sentBy?.name, organisation, site].filter(Boolean).join(', ') },
        enteredBy !== null && {
          key: 'Entered by',
          value: `${enteredBy}, an officer, for ${sentBy?.name ?? organisation}`,
        },
        sentBy === null && {
          key: 'Answer',
          value: 'Whoever made it has no account. Tell them the answer in the way that they reached you.',
        },
        sentBy !== null && sentBy.phone !== null && { key: 'Telephone', value: sentBy.phone },
        {
          key: 'Received',
          value: (
            <>
              <DateTime at={receivedAt} />, by {channels[channel]}, version {formVersion} of the form
            </>
          ),
        },
        sourceSealed && {
          key: 'Source',
          value: 'Who told the partner is in a sealed record. Only a source custodian can agree to open it.',
        },
      ]}
    />
  );
}
