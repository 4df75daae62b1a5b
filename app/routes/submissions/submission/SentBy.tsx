import type { ReactNode } from 'react';
import type { Facts } from '#app/domain/submission/submission-parts.server.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

const channels = { web: 'the portal', telephone: 'telephone', paper: 'paper' } as const;

/** Names are told as far as they fit on two lines. */
const mostNames = 5;

function listed(names: readonly string[]): string {
  const more = names.length - mostNames;
  if (more > 0) return `${names.slice(0, mostNames).join(', ')} and ${more} more`;
  return new Intl.ListFormat('en-GB').format(names);
}

function whoElse(
  { read, know }: NonNullable<Facts['insteadOfSender']>,
  { organisation, organisationStatus }: Facts,
): string {
  if (organisationStatus === 'suspended') return `Nobody: ${organisation} is suspended.`;
  if (organisationStatus === 'closed') return `Nobody: ${organisation} is closed.`;
  if (read.length > 0)
    return `${listed(read)}: the agreement lets them read it and its answer in place of whoever made it.`;
  if (know.length > 0)
    return `Nobody can read it or its answer. ${listed(know)} can see that it exists and how it stands.`;
  return `Nobody: ${organisation} has no account that could.`;
}

/** Who sent a report, when and how, and how they are reached; who told them is sealed. */
export function SentBy({ facts, reach, sourceHref }: { facts: Facts; reach: ReactNode; sourceHref: string }) {
  const {
    organisation,
    site,
    sentBy,
    insteadOfSender,
    enteredBy,
    withoutFactor,
    whileSuspended,
    organisationStatus,
    agreementEnded,
    receivedAt,
    channel,
    formVersion,
    sourceSealed,
  } = facts;
  return (
    <SummaryList
      rows={[
        { key: 'Sent by', value: [sentBy?.name, organisation, site].filter(Boolean).join(', ') },
        enteredBy !== null && {
          key: 'Entered by',
          value: `${enteredBy}, an officer, for ${sentBy?.name ?? organisation}`,
        },
        withoutFactor && {
          key: 'Sent without the second factor',
          value:
            'Whoever sent it knew the password and could not show the second factor. Act on the danger, and make sure who it was.',
        },
        whileSuspended && {
          key: 'Sent while suspended',
          value: `${organisation} was suspended when it was sent. Act on the danger, and make sure who it was.`,
        },
        agreementEnded !== null && {
          key: 'Agreement',
          value: (
            <>
              The agreement under which {organisation} shares ended on{' '}
              <DateTime at={agreementEnded} dateOnly />.
            </>
          ),
        },
        sentBy?.gone === true && {
          key: 'Answer',
          value: {
            active: 'Whoever sent it can no longer sign in to the portal.',
            suspended:
              'Whoever sent it can read and answer nothing in the portal while their organisation is suspended. What cannot wait, tell them by telephone, in person or by letter, and record that you did.',
            closed:
              'Nobody of the organisation can sign in any more. Tell them by telephone, in person or by letter, and record that you did.',
          }[organisationStatus],
        },
        sentBy === null && {
          key: 'Answer',
          value:
            'Whoever made it has no account and cannot read it in the portal. Tell them by telephone, in person or by letter, and record that you did.',
        },
        insteadOfSender !== null && {
          key: 'Who else there can see it',
          value: whoElse(insteadOfSender, facts),
        },
        { key: 'To reach them', value: reach },
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
          value: (
            <>
              Who told the partner is in a sealed record.{' '}
              <a className="govuk-link" href={sourceHref}>
                Open the sealed source
              </a>
            </>
          ),
        },
      ]}
    />
  );
}
