import type { Sheet } from '#app/domain/triage/dissemination/open-sheet.server.ts';
import { handlingLines } from './grade-words.ts';

/** What binds whoever gets the sheet, in the order in which it stands at its top. */
export const handlingConditions = ({ grade, conditions }: Sheet): string[] => [
  ...handlingLines(grade),
  conditions,
];

export const sheetTitle = 'Intelligence passed on with conditions';

/** What a recipient without an account is asked to do. */
export const sheetRequest = (force: string): string =>
  `Confirm to the Force Intelligence Bureau of ${force} that you have received this and will keep to its conditions, giving our reference. Do not copy it or pass it on unless the conditions say so.`;
