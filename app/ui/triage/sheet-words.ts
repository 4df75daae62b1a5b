import {
  actionCodes,
  assessmentGrades,
  gradeInFull,
  handlingCodes,
  sanitisationCodes,
  sourceGrades,
  type Code,
} from '#app/domain/kernel/grading.ts';
import type { Sheet } from '#app/domain/triage/dissemination/open-sheet.server.ts';

const inWords = (codes: readonly Code<string>[], code: string | null): string[] =>
  codes.filter((each) => each.code === code).map((each) => `${each.code} ${each.label}. ${each.definition}`);

/** What binds whoever gets the sheet, in the order in which it stands at its top. */
export const handlingConditions = ({ grade, conditions }: Sheet): string[] => [
  ...inWords(handlingCodes, grade.handling),
  ...inWords(actionCodes, grade.actionCode),
  ...inWords(sanitisationCodes, grade.sanitisationCode),
  ...(grade.usage === null ? [] : [grade.usage]),
  conditions,
];

/** The grade, and what it says of source and information to whoever does not grade so. */
export const gradeLines = ({ grade }: Sheet): string[] => [
  gradeInFull(grade),
  ...inWords(sourceGrades, grade.source).map((words) => `Source ${words}`),
  ...inWords(assessmentGrades, grade.assessment).map((words) => `Assessment ${words}`),
];

export const sheetTitle = 'Intelligence passed on with conditions';

/** What a recipient without an account is asked to do. */
export const sheetRequest = (force: string): string =>
  `Confirm to the Force Intelligence Bureau of ${force} that you have received this and will keep to its conditions, giving our reference. Do not copy it or pass it on unless the conditions say so.`;
