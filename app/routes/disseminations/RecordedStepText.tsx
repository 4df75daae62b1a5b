import type { RecordedStep, StepEntry } from '#app/domain/submission/outside-steps.server.ts';
import { means } from '#app/domain/kernel/recipients.ts';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

/** What was done by hand with a dissemination: how, with which post and when, who wrote it down, and what was wrong before. */
export function RecordedStepText({ step }: { step: RecordedStep }) {
  return (
    <>
      <What entry={step} />
      {step.wrong.map((wrong, index) => (
        <div key={wrong.id} className="govuk-!-margin-top-2">
          <strong>Recorded wrongly before, and corrected</strong>:{' '}
          <span className="portal-verbatim">{[step, ...step.wrong][index]?.reason}</span>
          <br />
          <s>
            <What entry={wrong} />
          </s>
        </div>
      ))}
    </>
  );
}

function What({ entry }: { entry: StepEntry }) {
  return (
    <>
      {means[entry.means]}, {entry.withPost}, <DateTime at={entry.at} />
      {entry.note ? (
        <>
          <br />
          <span className="portal-verbatim">{entry.note}</span>
        </>
      ) : null}
      <br />
      <span className="portal-secondary">
        {entry.reason === null ? 'Recorded' : 'Corrected'} by {entry.recordedBy},{' '}
        <DateTime at={entry.recordedAt} short />
      </span>
    </>
  );
}
