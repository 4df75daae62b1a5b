import { textAnswer, type Answers } from '../../form/answers.ts';
import { unfinishedPart, type Unfinished } from '../drafts/unfinished.ts';

/** Whether the answers of a report, or what is not finished of it, say that somebody is in danger, or could soon be. */
export function saysDangerInDraft(answers: Answers, unfinished: Unfinished = {}): boolean {
  const typed = unfinishedPart(unfinished, { pageId: 'danger' })?.posted ?? {};
  return [answers, typed].some((given) => {
    const danger = textAnswer(given, 'danger');
    return danger === 'now' || danger === 'soon' || textAnswer(given, 'child') === 'in_danger';
  });
}
