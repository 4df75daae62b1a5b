import type { Gate as ClosingGate } from '#app/domain/submission/closing-gates.ts';
import { endLabel, type End } from '#app/domain/kernel/endings.ts';
import { outcomes } from '#app/domain/kernel/outcomes.ts';
import { useLink } from '#app/http/use-link.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { GateList } from '#app/ui/triage/GateList.tsx';

/** What must be done before a report ends, each with the way to where it is done. */
export function GatesOfEnd({ gates, submissionId }: { gates: readonly ClosingGate[]; submissionId: string }) {
  const link = useLink();
  const submission = link('submissions/submission', { submissionId });
  const settledAt = {
    added: `${submission}#added`,
    items: `${submission}#items`,
    tasks: `${submission}#tasks`,
    matches: link('submissions/matches', { submissionId }),
    contact: link('submissions/contact-plan/contact-plan', { submissionId }),
    links: link('submissions/links', { submissionId }),
    records: link('submissions/records/records', { submissionId }),
    area: link('submissions/action', { submissionId, action: 'set_area' }),
  };
  return (
    <GateList title="Before it ends" gates={gates.map((gate) => ({ ...gate, href: settledAt[gate.at] }))} />
  );
}

type Gate = Pick<ClosingGate, 'met' | 'reason'>;

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
export function HowItEnds({ ends }: { ends: readonly End[] }) {
  const told = ends.filter((end) => end !== 'rejected');
  return (
    <>
      <Radios
        name="end"
        legend="How does it end?"
        legendSize="m"
        items={ends.map((end) => ({
          value: end,
          label: endLabel(end),
          ...(end === 'rejected' ? { hint: 'It is not assessed. The partner reads your reason' } : {}),
        }))}
      />
      {told.length > 0 ? (
        <Details summary="What the partner reads for each outcome">
          {told.map((end) => (
            <p key={end} className="govuk-body">
              <strong>{outcomes[end].label}</strong>: {outcomes[end].template}
            </p>
          ))}
        </Details>
      ) : null}
    </>
  );
}
