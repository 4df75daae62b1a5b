import type { Contact } from '#app/domain/connections/contact-plan/contact-of.server.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';

/** What the partner said of the victim's wishes, and what that means for a plan. */
export function WishesSaid({ contact: { wish, said } }: { contact: Contact }) {
  return (
    <>
      {wish === 'unwanted' ? (
        <WarningText>
          The report says that they do not want the police to contact them. Write a plan only if they have
          said otherwise since.
        </WarningText>
      ) : null}
      {wish === 'none' ? (
        <WarningText>
          The report does not say that a victim wants contact. Write a plan only if they have said so since.
        </WarningText>
      ) : null}
      {said.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">What the partner said</h2>
          <SummaryList
            rows={said.map(({ questionId, label, answer }) => ({
              key: label,
              value: (
                <span className="portal-verbatim" key={questionId}>
                  {answer.join('\n')}
                </span>
              ),
            }))}
          />
        </>
      ) : null}
    </>
  );
}
