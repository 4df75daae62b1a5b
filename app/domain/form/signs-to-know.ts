import { questionsOf } from './definition.ts';
import { knownDefinitions } from './known-definitions.ts';
import type { QuestionOf } from './question.ts';

export type SignsToKnow = { version: number; questions: QuestionOf<'checkboxes'>[] };

const listsOfSigns = ['indicators', 'childIndicators', 'communityIndicators', 'controlMethods'];

/** The lists of signs as the newest version of the form asks for them: whoever knows them notices what can be compared. */
export function signsToKnow(): SignsToKnow {
  for (const definition of [...knownDefinitions].reverse()) {
    const questions = questionsOf(definition).flatMap((question) =>
      question.kind === 'checkboxes' && listsOfSigns.includes(question.id) ? [question] : [],
    );
    if (questions.length > 0) return { version: definition.version, questions };
  }
  throw new Error('No version of the form asks for signs');
}
