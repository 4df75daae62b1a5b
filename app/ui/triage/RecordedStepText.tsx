import type { RecordedStep } from '#app/domain/triage/outside-steps.server.ts';
import { means } from '#app/domain/triage/recipients.ts';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

/** What was done by hand with a dissemination: how, with which post and when, and who wrote it down. */
export function RecordedStepText({ step }: { step: RecordedStep }) {
  return (
    <>
      {means[step.means]}, {step.withPost}, <DateTime at={step.at} />
      {step.note ? (
        <>
          <br />
          <span className="portal-verbatim">{step.note}</span>
        </>
      ) : null}
      <br />
      <span className="portal-secondary">
        Recorded by {step.recordedBy}, <DateTime at={step.recordedAt} short />
      </span>
    </>
  );
}
