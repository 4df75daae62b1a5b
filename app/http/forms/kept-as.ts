import { matchPath } from 'react-router';

/**
 * What becomes of a form that was posted after its session had ended, once its owner has signed in. `save`: one button
 * saves what was typed. `again`: it would send something, so it is shown once more, filled in. `send`: the report is not
 * sent, and a button that says so sends it. `undone`: it is never posted again; what was typed is shown, and the person
 * is led back to the page.
 */
export type KeptAs = 'save' | 'again' | 'send' | 'undone';

/** Forms that do nothing but save what is typed in them, by their patterns in routes.ts. What is not here never is. */
const saving = [
  '/reports/drafts/:draftId/pages/:pageId',
  '/reports/drafts/:draftId/lists/:sectionId/:itemId',
  '/submissions/:submissionId/items/new',
  '/items/:itemId',
  '/items/:itemId/sanitise',
  '/submissions/:submissionId/contact-plan/write',
  '/submissions/:submissionId/records/add/:kind',
  '/routing/draft/new-rule',
  '/routing/draft/rules/:ruleCode',
  // A trial of the form saves nothing: what was typed goes on with it.
  '/administration/form-versions/:version/try',
];
/** Their actions take the field `from` with the value "kept" for: show it, and send nothing. */
const shownAgain = ['/reports/:submissionId/add', '/reports/:submissionId/reply'];
const sending = ['/reports/drafts/:draftId/check'];

/** `to` is the address that the form was posted to. */
export function keptAs(to: string): KeptAs {
  const [path = ''] = to.split(/[?#]/);
  const isOneOf = (patterns: readonly string[]) =>
    patterns.some((pattern) => matchPath({ path: pattern, caseSensitive: true }, path) !== null);
  if (isOneOf(saving)) return 'save';
  if (isOneOf(shownAgain)) return 'again';
  return isOneOf(sending) ? 'send' : 'undone';
}
