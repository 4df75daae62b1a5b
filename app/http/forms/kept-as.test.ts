import { describe, expect, it } from 'vitest';
import { access } from '../server/access.ts';
import { keptAs } from './kept-as.ts';

const asAddress = (pattern: string) => pattern.replace(/:pageId|:sectionId/g, 'people').replace(/:\w+/g, 'x');

describe('a form that comes after the end of its session', () => {
  it('is saved with one button where it only saves what is typed, and nowhere else', () => {
    const kept = Object.keys(access).map((pattern) => [keptAs(asAddress(pattern)), pattern]);
    const patterns = (as: string) => kept.filter(([each]) => each === as).map(([, pattern]) => pattern);
    expect(new Set(patterns('save'))).toEqual(
      new Set([
        '/reports/drafts/:draftId/pages/:pageId',
        '/reports/drafts/:draftId/lists/:sectionId/:itemId',
        // Its address looks like that of an entry, and it takes no form.
        '/reports/drafts/:draftId/lists/:sectionId/new',
        '/submissions/:submissionId/items/new',
        '/submissions/:submissionId/contact-plan/write',
        '/submissions/:submissionId/records/add/:kind',
        '/items/:itemId',
        '/items/:itemId/sanitise',
        '/routing/draft/new-rule',
        '/routing/draft/rules/:ruleCode',
        '/administration/form-versions/:version/try',
      ]),
    );
    expect(patterns('again')).toEqual(['/reports/:submissionId/add', '/reports/:submissionId/reply']);
    expect(patterns('send')).toEqual(['/reports/drafts/:draftId/check']);
  });

  it.each([
    '/reports/drafts/x/pages/../delete',
    '/reports/drafts/x/delete',
    '/reports/drafts/x/delete?to=/reports/drafts/x/pages/danger',
    '/reports/drafts/x/delete#/pages/danger',
    '/reports/drafts/x/lists/people/y/remove',
    '/reports/x/withdraw',
    '/submissions/x/actions/claim',
    '/submissions/x/records/y',
    '/items/x/approve',
    '/nowhere',
    '',
  ])('is never posted again at %s', (to) => {
    expect(keptAs(to)).toBe('undone');
  });
});
