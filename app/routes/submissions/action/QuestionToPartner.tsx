import { knownPrompts } from '#app/domain/triage/partner-messages/asking-for-more.ts';
import type { QuestionRisk } from '#app/domain/triage/partner-messages/write-to-partner.server.ts';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';

/** Ready questions about what is known already, after what makes another question risky for the partner. */
export function QuestionPrompts({ risk }: { risk: QuestionRisk }) {
  return (
    <>
      {risk.sourceGaveBefore || risk.alreadyAsked > 0 ? (
        <InsetText>
          {risk.sourceGaveBefore ? (
            <p className="govuk-body">
              <strong>The partner says this source has given information before.</strong> Somebody who tells
              police things again and again may become a covert source without knowing. Ask the source unit
              before you ask for anything that came from a relationship.
            </p>
          ) : null}
          {risk.alreadyAsked > 0 ? (
            <p className="govuk-body">{asked(risk.alreadyAsked)} Ask again only if you must.</p>
          ) : null}
        </InsetText>
      ) : null}
      <Checkboxes
        name="prompts"
        legend="Ready questions"
        hint="The partner reads the ones you select, then your own words."
        items={Object.entries(knownPrompts).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
}

const asked = (times: number): string =>
  times === 1 ? 'The partner was already asked once.' : `The partner was already asked ${times} times.`;
