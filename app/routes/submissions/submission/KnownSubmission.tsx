import type { OpenedSubmission } from '#app/domain/desks/open-submission.server.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import type { Id } from '#app/domain/kernel/id.ts';
import { ActionList } from './ActionList.tsx';
import { SubmissionIdentity } from './SubmissionIdentity.tsx';

/** For those who only may know of it. */
export function KnownSubmission({
  opened,
  disseminationHref,
  actionHref,
}: {
  opened: Extract<OpenedSubmission, { view: 'status' }>;
  disseminationHref: (disseminationId: Id<'Dissemination'>) => string;
  actionHref: (action: string) => string;
}) {
  const { identity, disseminations, actions } = opened;
  return (
    <>
      <SubmissionIdentity identity={identity} status={null} />
      <InsetText>
        You can see that this report exists, how urgent it is and who has it, but not what it says.
      </InsetText>
      {actions.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">What you can do</h2>
          <ActionList actions={actions} version={identity.version} hrefOf={actionHref} />
        </>
      ) : null}
      {disseminations.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Disseminated to you</h2>
          <ul className="govuk-list">
            {disseminations.map(({ id, itemNumber, sentAt }) => (
              <li key={id}>
                <a className="govuk-link" href={disseminationHref(id)}>
                  Item {itemNumber}
                </a>
                , <DateTime at={sentAt} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
