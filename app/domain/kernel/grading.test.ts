import { describe, expect, it } from 'vitest';

import type { Answers } from '#app/domain/form/answers.ts';
import { said } from '#app/domain/form/said.ts';
import { version3 } from '#tests/factories/published-forms.ts';
import { cautiousConfidence, confidence, confidenceMatrixSchema } from './confidence.ts';
import { proposeGrade } from '#app/domain/triage/items/grade-proposal.ts';
import {
  actionCodes,
  assessmentGrades,
  gradeInFull,
  gradeLabel,
  gradeSchema,
  handlingCodes,
  sanitisationCodes,
  sourceGrades,
} from './grading.ts';

const plain = { source: '2', assessment: 'A', handling: 'P', provenance: 'Seen by the source' };
const conditional = { ...plain, assessment: 'C', handling: 'C', actionCode: 'A1', sanitisationCode: 'S2' };

const errorsOf = (posted: unknown): Record<string, string> => {
  const result = gradeSchema.safeParse(posted);
  return Object.fromEntries(
    (result.error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]),
  );
};

describe('a grade', () => {
  it('is read from what was posted', () => {
    expect(gradeSchema.parse({ ...plain, actionCode: '', usage: ' ', reason: '' })).toEqual({
      ...plain,
      actionCode: null,
      sanitisationCode: null,
      usage: null,
      reason: null,
    });
    expect(gradeSchema.parse(conditional)).toMatchObject({ actionCode: 'A1', sanitisationCode: 'S2' });
  });

  it('says everything that is missing at once', () => {
    expect(Object.keys(errorsOf({})).sort()).toEqual(['assessment', 'handling', 'provenance', 'source']);
  });

  it.each<[string, object, Record<string, string>]>([
    [
      'C without its codes',
      { handling: 'C' },
      { actionCode: 'Select the action code', sanitisationCode: 'Select the sanitisation code' },
    ],
    [
      'P with an action code',
      { actionCode: 'A1' },
      { actionCode: 'An action code goes with handling code C only' },
    ],
    [
      'P with a sanitisation code',
      { sanitisationCode: 'S1' },
      { sanitisationCode: 'A sanitisation code goes with handling code C only' },
    ],
    [
      'P with an unknown code',
      { actionCode: 'A9' },
      { actionCode: 'An action code goes with handling code C only' },
    ],
    ['A3 without its use', { ...conditional, actionCode: 'A3' }, { usage: 'Enter how this may be acted on' }],
    ['3 without a reason', { source: '3' }, { reason: 'Enter why the source is not reliable' }],
    [
      'E without a reason',
      { assessment: 'E', reason: '  ' },
      { reason: 'Enter why this is suspected to be false' },
    ],
    ['a code that does not exist', { source: '4' }, { source: 'Select how reliable the source is' }],
    ['a small letter', { assessment: 'a' }, { assessment: 'Select how the source knows this' }],
    ['a text too long', { provenance: 'x'.repeat(2001) }, { provenance: 'Enter 2,000 characters or fewer' }],
  ])('refuses %s', (_, changes, errors) => {
    expect(errorsOf({ ...plain, ...changes })).toEqual(errors);
  });

  it('accepts exactly the combinations that the scheme allows', () => {
    const options = (codes: readonly { code: string }[]): string[] => ['', ...codes.map(({ code }) => code)];
    let accepted = 0;
    for (const source of options(sourceGrades))
      for (const assessment of options(assessmentGrades))
        for (const handling of options(handlingCodes))
          for (const actionCode of options(actionCodes))
            for (const sanitisationCode of options(sanitisationCodes)) {
              const usage = actionCode === 'A3' ? 'As set out' : '';
              const posted = {
                source,
                assessment,
                handling,
                actionCode,
                sanitisationCode,
                usage,
                reason: 'x',
                provenance: 'x',
              };
              const grade = gradeSchema.safeParse(posted);
              if (!grade.success) continue;
              accepted += 1;
              expect(gradeLabel(grade.data)).toMatch(/^[1-3][A-E][PC]$/);
              expect(grade.data.handling === 'C').toBe(grade.data.actionCode !== null);
              expect(grade.data.handling === 'C').toBe(grade.data.sanitisationCode !== null);
            }
    expect(accepted).toBe(3 * 5 * (1 + 3 * 2));
  });

  it('is written short and in full', () => {
    expect(gradeLabel(gradeSchema.parse(plain))).toBe('2AP');
    expect(gradeInFull(gradeSchema.parse(plain))).toBe('2AP');
    expect(gradeInFull(gradeSchema.parse(conditional))).toBe('2CC, A1, S2');
  });
});

describe('confidence', () => {
  it('is cautious', () => {
    const cells = Object.entries(cautiousConfidence);
    expect(cells).toHaveLength(15);
    const of = (wanted: string) => cells.filter(([, value]) => value === wanted).map(([cell]) => cell);
    expect(of('high')).toEqual(['1A', '1B']);
    expect(of('medium')).toEqual(['1C', '2A', '2B']);
  });

  it('follows the table that the force sets', () => {
    expect(confidence({ source: '2', assessment: 'A' }, cautiousConfidence)).toBe('medium');
    expect(confidence({ source: '2', assessment: 'A' }, { ...cautiousConfidence, '2A': 'high' })).toBe(
      'high',
    );
  });

  it('takes no table with a pair missing, unknown or set to something else', () => {
    const partial = Object.fromEntries(Object.entries(cautiousConfidence).slice(1));
    expect(confidenceMatrixSchema.safeParse(cautiousConfidence).success).toBe(true);
    for (const faulty of [
      partial,
      { ...cautiousConfidence, '4A': 'low' },
      { ...cautiousConfidence, '1A': '90%' },
    ])
      expect(confidenceMatrixSchema.safeParse(faulty).success).toBe(false);
  });
});

describe('what the answers suggest', () => {
  it.each<[string, Answers, string | null]>([
    ['the worker saw it', { sourceKind: 'self', howSourceKnows: 'witnessed' }, 'A'],
    ['the person it happened to', { sourceKind: 'victim', howSourceKnows: 'experienced' }, 'A'],
    ['a client was told by others', { sourceKind: 'client', howSourceKnows: 'told' }, 'C'],
    ['a colleague who saw it', { sourceKind: 'colleague', howSourceKnows: 'witnessed' }, 'A'],
    ['a colleague who was told', { sourceKind: 'colleague', howSourceKnows: 'told' }, 'C'],
    ['somebody unknown', { sourceKind: 'anonymous', howSourceKnows: 'witnessed' }, 'D'],
    ['an advert', { sourceKind: 'document', howSourceKnows: 'read' }, 'D'],
    ['a colleague, not said how', { sourceKind: 'colleague', howSourceKnows: 'not_known' }, null],
    ['a kind nobody knows', { sourceKind: 'oracle', howSourceKnows: 'witnessed' }, null],
    ['nothing', {}, null],
    // Version 3 does not ask again what who the source is, or who speaks, says already.
    ['the worker saw it, not asked how', { sourceKind: 'self' }, 'A'],
    ['the person it happened to, not asked how', { sourceKind: 'victim' }, 'A'],
    ['read, not asked how', { sourceKind: 'document' }, 'D'],
    ['the victim speaks', { whoSpeaks: 'self' }, 'A'],
    ['a friend speaks who was told', { whoSpeaks: 'for_them', howSourceKnows: 'told' }, 'C'],
    ['somebody speaks who saw it', { whoSpeaks: 'other', howSourceKnows: 'witnessed' }, 'A'],
    ['a caller who does not say', { whoSpeaks: 'not_known', howSourceKnows: 'experienced' }, 'D'],
    [
      'nobody speaks, a colleague was told',
      { whoSpeaks: 'nobody', sourceKind: 'colleague', howSourceKnows: 'told' },
      'C',
    ],
    // Version 2 asks both: who the source is counts.
    ['said and spoken', { whoSpeaks: 'self', sourceKind: 'client', howSourceKnows: 'told' }, 'C'],
    ['no strings', { sourceKind: 7, howSourceKnows: ['witnessed'] }, null],
  ])('%s', (_, answers, assessment) => {
    expect(proposeGrade(said(version3, answers))).toMatchObject({ source: '2', assessment });
  });

  it.each<[string, Answers, string | null]>([
    ['could be guessed', { sourceCouldBeGuessed: 'yes', shareWith: 'no_limit' }, 'C'],
    ['might be guessed', { sourceCouldBeGuessed: 'unsure', shareWith: 'no_limit' }, 'C'],
    ['a limit', { sourceCouldBeGuessed: 'no', shareWith: 'police_only' }, 'C'],
    ['call first', { sourceCouldBeGuessed: 'no', shareWith: 'no_limit', ringBeforeActing: 'yes' }, 'C'],
    ['no risk, no limit', { sourceCouldBeGuessed: 'no', shareWith: 'no_limit', ringBeforeActing: 'no' }, 'P'],
    ['not answered', {}, null],
  ])('handling: %s', (_, answers, handling) => {
    expect(proposeGrade(said(version3, answers)).handling).toBe(handling);
  });
});
