import {
  actionCodes,
  assessmentGrades,
  gradeInFull,
  handlingCodes,
  sanitisationCodes,
  sourceGrades,
  type Code,
} from '#app/domain/kernel/grading.ts';
import type { IntelligenceReport } from '#app/domain/triage/intelligence-report/intelligence-report.ts';

type Grade = NonNullable<IntelligenceReport['grade']>;

const inWords = (codes: readonly Code<string>[], code: string | null): string[] =>
  codes.filter((each) => each.code === code).map((each) => `${each.code} ${each.label}. ${each.definition}`);

/** The grade, and what it says of source and information to whoever does not grade so. */
export const gradeLines = (grade: Grade): string[] => [
  gradeInFull(grade),
  ...inWords(sourceGrades, grade.source).map((words) => `Source ${words}`),
  ...inWords(assessmentGrades, grade.assessment).map((words) => `Assessment ${words}`),
];

/** How it may be handled: its codes, and what was written of its use. */
export const handlingLines = (grade: Grade): string[] => [
  ...inWords(handlingCodes, grade.handling),
  ...inWords(actionCodes, grade.actionCode),
  ...inWords(sanitisationCodes, grade.sanitisationCode),
  ...(grade.usage === null ? [] : [grade.usage]),
];
