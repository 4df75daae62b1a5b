import {
  actionCodes,
  assessmentGrades,
  gradingSource,
  handlingCodes,
  sanitisationCodes,
  sourceGrades,
} from '#app/domain/kernel/grading.ts';
import { mopiGroups, mopiNote } from '#app/domain/triage/items/mopi.ts';
import { Details } from '#app/ui/govuk/Details.tsx';

const groups = [
  ['Source', sourceGrades],
  ['Assessment', assessmentGrades],
  ['Handling', handlingCodes],
  ['Action code', actionCodes],
  ['Sanitisation code', sanitisationCodes],
  ['MoPI group', mopiGroups.map(({ group, ...words }) => ({ code: group, ...words }))],
] as const;

/** Every code with what it means, chosen or not. */
export function CodeMeanings({ because }: { because: readonly string[] }) {
  return (
    <Details summary="What the codes mean">
      <ul className="govuk-list govuk-list--bullet">
        {because.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {groups.map(([title, codes]) => (
        <div key={title}>
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{title}</h3>
          <ul className="govuk-list">
            {codes.map(({ code, label, definition }) => (
              <li key={code}>
                <strong>
                  {code} {label}.
                </strong>{' '}
                {definition}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className="govuk-body-s portal-secondary">
        Definitions in our words after {gradingSource}. {mopiNote}
      </p>
    </Details>
  );
}
