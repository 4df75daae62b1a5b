import type { ReactNode } from 'react';
import type { GradeProposal } from '#app/domain/triage/items/grade-proposal.ts';
import {
  actionCodes,
  assessmentGrades,
  handlingCodes,
  sanitisationCodes,
  sourceGrades,
  type Code,
} from '#app/domain/kernel/grading.ts';
import { mopiGroups, mopiNote } from '#app/domain/triage/items/mopi.ts';
import { formatDate } from '#app/ui/format/date.ts';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios, type RadioItem } from '#app/ui/govuk/Radios.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';

export type GradeFieldsProps = {
  proposal: GradeProposal;
  /** The proposed day of review of each MoPI group. */
  reviewDays: readonly { group: number; day: string }[];
  /** Whether the report is of the time of the scheme before 3x5x2. */
  ofFiveByFiveTime: boolean;
  /** The partner set a limit on sharing, so handling P needs a reason. */
  limited: boolean;
};

/** A code stands before its label, and its definition beside it. What the partner's answers suggest only says so. */
const coded = (
  codes: readonly Code<string>[],
  suggested?: string | null,
  conditional?: Readonly<Record<string, ReactNode>>,
): RadioItem[] =>
  codes.map(({ code, label, definition }) => ({
    value: code,
    label: (
      <>
        <strong>{code}</strong> {label}
      </>
    ),
    hint: suggested === code ? `${definition} Suggested by the partner’s answers.` : definition,
    conditional: conditional?.[code],
  }));

/** The 3x5x2 grade with its conditions, the provenance and the MoPI group. Nothing is chosen beforehand. */
export function GradeFields({ proposal, reviewDays, ofFiveByFiveTime, limited }: GradeFieldsProps) {
  return (
    <>
      <Radios
        name="source"
        legend="Source"
        legendSize="m"
        hint="How far whoever first knew it can be relied on, not the partner who passed it on"
        items={coded(sourceGrades, proposal.source)}
      />
      <Radios
        name="assessment"
        legend="Assessment"
        legendSize="m"
        hint="How the source knows it"
        items={coded(assessmentGrades, proposal.assessment)}
      />
      <Textarea
        name="reason"
        label="Reason"
        hint="For source 3 or assessment E: why the source is not reliable, or why it is suspected to be false"
        rows={2}
        autoComplete="off"
      />
      <Radios
        name="handling"
        legend="Handling"
        legendSize="m"
        hint="How it may be shared"
        items={coded(handlingCodes, proposal.handling, {
          C: <Conditions />,
          ...(limited ? { P: <LimitReason /> } : {}),
        })}
      />
      <Textarea
        name="provenance"
        label="Provenance"
        labelSize="m"
        hint="How the source came to know this, without saying who the source is. Recipients do not see it."
        rows={3}
        autoComplete="off"
      />
      {ofFiveByFiveTime ? (
        <Input
          name="fiveByFive"
          label="5x5x5 grade (optional)"
          labelSize="s"
          hint="If the record of this information was graded by the scheme of its time: source, information and handling, like E41. It is shown beside the grade and changes nothing in it."
          width={5}
          autoComplete="off"
          spellCheck={false}
        />
      ) : null}
      <Radios
        name="mopiGroup"
        legend="MoPI group"
        legendSize="m"
        hint={mopiNote}
        items={mopiGroups.map(({ group, label, definition }) => ({
          value: group,
          label: (
            <>
              <strong>{group}</strong> {label}
            </>
          ),
          hint: `${definition} ${proposedReview(group, reviewDays)}`,
        }))}
      />
      <DateInput
        id="reviewOn"
        namePrefix="reviewOn"
        legend="Review date"
        legendSize="s"
        hint="Leave it empty to take the one proposed for the group"
      />
    </>
  );
}

function LimitReason() {
  return (
    <Textarea
      name="limitReason"
      label="Why may it be shared without conditions although the partner set a limit?"
      hint="Shown to whoever sends it. Recipients do not see it."
      rows={2}
      autoComplete="off"
    />
  );
}

function Conditions() {
  return (
    <>
      <Radios name="actionCode" legend="Action code" legendSize="s" items={coded(actionCodes)} />
      <Radios
        name="sanitisationCode"
        legend="Sanitisation code"
        legendSize="s"
        items={coded(sanitisationCodes)}
      />
      <Textarea
        name="usage"
        label="How it may be acted on"
        hint="Needed for A3. Recipients read this: do not point to the source."
        rows={2}
        autoComplete="off"
      />
    </>
  );
}

function proposedReview(group: number, days: GradeFieldsProps['reviewDays']): string {
  const proposed = days.find((each) => each.group === group);
  return proposed ? `Proposed review: ${formatDate(new Date(proposed.day))}.` : '';
}
