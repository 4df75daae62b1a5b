import { holds, type Answers } from './answers.ts';
import { sectionQuestions, type FormDefinition, type Section } from './definition.ts';
import { taskSections } from './visible.ts';

/** Where a section stands on the way of this report, counted from 1. */
export type Progress = { step: number; of: number };

/**
 * The way of a report whose form has an opening: the opening, what it leaves to be asked or the reporter wants to tell, and
 * sending. Null for what lies beside it.
 */
export function progressOf(definition: FormDefinition, answers: Answers, sectionId: string): Progress | null {
  const { opening } = definition;
  if (opening === undefined) return null;
  const isLeft = (section: Section) =>
    section.optional
      ? section.wantedWhen !== undefined && holds(section.wantedWhen, answers)
      : !sectionQuestions(section).some(({ id }) => opening.questions.includes(id));
  const left = taskSections(definition, answers).filter(isLeft);
  const at = left.findIndex(({ id }) => id === sectionId);
  return at < 0 ? null : { step: at + 2, of: left.length + 2 };
}
