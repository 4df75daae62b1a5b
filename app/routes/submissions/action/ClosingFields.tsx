import type { Gate } from '#app/domain/submission/closing-gates.ts';
import { outcomes, type Outcome } from '#app/domain/kernel/outcomes.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';

/** Only where an item has no sanitised text: what ends as used needs one, or the reason. */
export function Unsanitised({ gates }: { gates: readonly Gate[] }) {
  if (!gates.some(({ reason, met }) => reason === 'unsanitised' && !met)) return null;
  return (
    <Textarea
      name="unsanitised"
      label="Why is there no sanitised text of every item?"
      hint="Only if you close it as used or as a crime recorded. Kept with the history; the partner does not see it."
      rows={2}
      autoComplete="off"
    />
  );
}

/** Only while a victim who wants contact has no contact plan. */
export function NoContactPlan({ gates }: { gates: readonly Gate[] }) {
  if (!gates.some(({ reason, met }) => reason === 'noContactPlan' && !met)) return null;
  return (
    <Textarea
      name="noContactPlan"
      label="Why is there no contact plan?"
      hint="The victim wants the police to contact them. Write the contact plan first, or say here why there is none. Kept with the history; the partner does not see it."
      rows={2}
      autoComplete="off"
    />
  );
}

/** How it ends, with what the partner reads then. */
export function Outcomes({ codes }: { codes: readonly Outcome[] }) {
  return (
    <>
      <Radios
        name="outcome"
        legend="Outcome"
        legendSize="m"
        items={codes.map((code) => ({ value: code, label: outcomes[code].label }))}
      />
      <Details summary="What the partner reads for each outcome">
        {codes.map((code) => (
          <p key={code} className="govuk-body">
            <strong>{outcomes[code].label}</strong>: {outcomes[code].template}
          </p>
        ))}
      </Details>
    </>
  );
}
