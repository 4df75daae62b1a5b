import { sectionQuestions, type FormDefinition, type Question } from './definition.ts';

/** What a part of the form asks, by the data class of its questions, in the nouns by which the form calls each answer. */
export type InformationAsked = { part: string; sealed: string[]; people: string[]; other: string[] };

/** What the form collects, part by part in its order: the page of privacy says it from the form itself. */
export function informationAsked({ sections }: FormDefinition): InformationAsked[] {
  return sections.map((section) => {
    const questions = sectionQuestions(section);
    const named = (dataClass: Question['dataClass']) => [
      ...new Set(questions.flatMap((question) => (question.dataClass === dataClass ? [question.name] : []))),
    ];
    return {
      part: section.title,
      sealed: named('source_identity'),
      people: named('sensitive'),
      other: named('ordinary'),
    };
  });
}
