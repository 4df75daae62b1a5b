import { askingForMore, knownPrompts } from '#app/domain/triage/partner-messages/asking-for-more.ts';
import type { QuestionRisk } from '#app/domain/triage/partner-messages/write-to-partner.server.ts';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { useFieldState } from '#app/ui/govuk/field-state.ts';
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

/** What in the message may ask for more, and the confirmation of exactly that message. Shown once it was refused. */
export function AskingForMoreWarning({ of }: { of: string }) {
  const { valueOf, errorOf } = useFieldState();
  const message = valueOf(of) ?? '';
  const found = askingForMore(message);
  if (!errorOf('confirmed') || found.length === 0) return null;
  return (
    <>
      <InsetText>
        <p className="govuk-body">
          <strong>This may ask the partner to find out more.</strong> That could put them at risk and turn
          them into a source. Ask only for what they know already.
        </p>
        <ul className="govuk-list govuk-list--bullet">
          {found.map(({ start, passage, why }) => (
            <li key={start}>
              <q className="portal-passage">{passage}</q> {why}
            </li>
          ))}
        </ul>
      </InsetText>
      <Checkboxes
        name="confirmed"
        items={[
          {
            value: message,
            label: 'I have read this again, and it asks only for what the partner already knows',
          },
        ]}
      />
    </>
  );
}
