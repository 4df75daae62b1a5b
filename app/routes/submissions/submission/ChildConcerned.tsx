import type { Records } from '#app/domain/connections/records/records-of.server.ts';
import { formatDate } from '#app/ui/format/date.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';

export type ChildConcernedProps = { records: Records; referralHref: string };

/** Of a report that concerns a child: which safeguarding referral was made, or that none is recorded and where one goes. */
export function ChildConcerned({ records, referralHref }: ChildConcernedProps) {
  const made = records.standing.find(({ kind }) => kind === 'safeguarding');
  if (made)
    return (
      <InsetText>
        A child is concerned. A safeguarding referral was made to {made.now.agency}
        {made.now.datedOn ? ` on ${formatDate(new Date(made.now.datedOn))}` : null}.
      </InsetText>
    );
  const given = records.given.find(({ kind }) => kind === 'safeguarding');
  if (given)
    return (
      <WarningText>
        A child is concerned. The partner says of a safeguarding referral: “{given.text}”.{' '}
        <a className="govuk-link" href={referralHref}>
          Record the referral
        </a>{' '}
        once you know that it was made.
      </WarningText>
    );
  return (
    <WarningText>
      A child is concerned, and no safeguarding referral is recorded. Read under “As submitted” whether the
      partner made one. If nobody has, make it now: it goes to the children’s services of the council where
      the child lives, and “Who to contact”, at the end of this page, has the way there. Then{' '}
      <a className="govuk-link" href={referralHref}>
        record the referral
      </a>
      .
    </WarningText>
  );
}
