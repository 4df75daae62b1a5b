import { askingForMore } from '#app/domain/triage/partner-messages/asking-for-more.ts';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { useFieldState } from '#app/ui/govuk/field-state.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';

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
