import {
  actionCodes,
  assessmentGrades,
  handlingCodes,
  sanitisationCodes,
  sourceGrades,
  type Code,
} from '#app/domain/kernel/grading.ts';
import type { ComparedField } from '#app/ui/triage/CollisionNotice.tsx';

const codes: Readonly<Record<string, readonly Code<string>[]>> = {
  source: sourceGrades,
  assessment: assessmentGrades,
  handling: handlingCodes,
  actionCode: actionCodes,
  sanitisationCode: sanitisationCodes,
};

const labels = {
  source: 'Source',
  assessment: 'Assessment',
  reason: 'Reason',
  handling: 'Handling',
  limitReason: 'Why without conditions',
  actionCode: 'Action code',
  sanitisationCode: 'Sanitisation code',
  usage: 'How it may be acted on',
  provenance: 'Provenance',
  mopiGroup: 'MoPI group',
} as const;

/** A grade that stands beside one that was typed, field by field, codes with their labels. */
export function comparedGrade(
  now: Readonly<Record<string, string>>,
  typed: (field: string) => string,
): ComparedField[] {
  const inWords = (field: string, value: string) => {
    const code = codes[field]?.find((each) => each.code === value);
    return code ? `${code.code} ${code.label}` : value;
  };
  const day = (valueOf: (field: string) => string) =>
    ['reviewOn-day', 'reviewOn-month', 'reviewOn-year'].map(valueOf).filter(Boolean).join(' ');
  return [
    ...Object.entries(labels).map(([field, label]) => ({
      label,
      now: inWords(field, now[field] ?? ''),
      typed: inWords(field, typed(field)),
    })),
    { label: 'Review date', now: day((field) => now[field] ?? ''), typed: day(typed) },
  ];
}
