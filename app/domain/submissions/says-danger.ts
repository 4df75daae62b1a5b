import { textAnswer, type Answers } from '../intelligence-form/answers.ts';

/** Whether the answers of an unsent report say that somebody is in danger, or could soon be. */
export function saysDangerInDraft(answers: Answers): boolean {
  const danger = textAnswer(answers, 'danger');
  return danger === 'now' || danger === 'soon' || textAnswer(answers, 'child') === 'in_danger';
}
