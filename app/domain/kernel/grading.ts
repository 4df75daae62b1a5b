import { z } from 'zod';

/** A code beside its label and its definition, as shown to the officer who chooses. */
export type Code<Value extends string> = { code: Value; label: string; definition: string };

/** Where the definitions come from, in our words. */
export const gradingSource = 'College of Policing APP, intelligence report (3x5x2)';

/** How far whoever first knew it can be relied on: the source, not the partner who passes it on. */
export const sourceGrades = [
  {
    code: '1',
    label: 'Reliable',
    definition: 'Known to be competent, and what came from this source before has generally held true.',
  },
  {
    code: '2',
    label: 'Untested',
    definition:
      'Has told us nothing before, or nothing that could be confirmed, or is not known to us. Treat with caution and look for support.',
  },
  {
    code: '3',
    label: 'Not reliable',
    definition: 'There are reasons to doubt honesty, competence, motive or who it is. Say what they are.',
  },
] as const satisfies Code<string>[];

/** How the source knows it. */
export const assessmentGrades = [
  {
    code: 'A',
    label: 'Known directly',
    definition: 'The source saw, heard or lived through it.',
  },
  {
    code: 'B',
    label: 'Known indirectly but corroborated',
    definition: 'The source did not witness it, and separate information from someone who did supports it.',
  },
  {
    code: 'C',
    label: 'Known indirectly',
    definition: 'Somebody else told the source.',
  },
  {
    code: 'D',
    label: 'Not known',
    definition: 'There is no way to tell how the source knows, for example with an anonymous note.',
  },
  {
    code: 'E',
    label: 'Suspected to be false',
    definition: 'Whatever the source is like, this is thought to be untrue. Say why.',
  },
] as const satisfies Code<string>[];

/** How it may be shared. */
export const handlingCodes = [
  {
    code: 'P',
    label: 'Lawful sharing permitted',
    definition: 'May be shared with whoever has a lawful need for it.',
  },
  {
    code: 'C',
    label: 'Lawful sharing permitted with conditions',
    definition: 'May be shared only as the action code and the sanitisation code say.',
  },
] as const satisfies Code<string>[];

export const actionCodes = [
  {
    code: 'A1',
    label: 'No direct action',
    definition: 'May be put together with other information. Ask the originator before acting on it.',
  },
  {
    code: 'A2',
    label: 'Covert action only',
    definition:
      'May be acted on only in ways that protect the source and how it was obtained, never alone as evidence or for an arrest.',
  },
  {
    code: 'A3',
    label: 'Overt action permitted',
    definition: 'May be acted on openly, in the way that the originator sets out.',
  },
] as const satisfies Code<string>[];

export const sanitisationCodes = [
  {
    code: 'S1',
    label: 'May be sanitised without asking',
    definition: 'A recipient may sanitise it further to pass it on.',
  },
  {
    code: 'S2',
    label: 'Ask before sanitising',
    definition: 'A recipient must ask the originator before sanitising it to pass it on.',
  },
] as const satisfies Code<string>[];

export type SourceGrade = (typeof sourceGrades)[number]['code'];
export type AssessmentGrade = (typeof assessmentGrades)[number]['code'];
export type HandlingCode = (typeof handlingCodes)[number]['code'];
export type ActionCode = (typeof actionCodes)[number]['code'];
export type SanitisationCode = (typeof sanitisationCodes)[number]['code'];

/** The grade of one intelligence item. With handling code P both condition codes and the usage text are null. */
export type Grade = {
  source: SourceGrade;
  assessment: AssessmentGrade;
  handling: HandlingCode;
  actionCode: ActionCode | null;
  sanitisationCode: SanitisationCode | null;
  /** How it may be acted on; with A3 always. */
  usage: string | null;
  /** Why not reliable, or why suspected to be false. */
  reason: string | null;
  /** How the source came to know it, without saying who the source is. */
  provenance: string;
};

const known = <Value extends string>(codes: readonly Code<Value>[], posted: string): Value | null =>
  codes.find(({ code }) => code === posted)?.code ?? null;

/** The longest text of a field of the grade, in characters. */
export const gradeTextLimit = 2000;

const posted = z.string().trim().default('');

/**
 * Reads a posted grade. Fields are the keys of `Grade`; what is not chosen is empty or missing. Every problem is given at
 * once, each on its field.
 */
export const gradeSchema = z
  .object({
    source: posted,
    assessment: posted,
    handling: posted,
    actionCode: posted,
    sanitisationCode: posted,
    usage: posted,
    reason: posted,
    provenance: posted,
  })
  .transform((form, context): Grade => {
    let faults = 0;
    const fault = (field: keyof Grade, message: string): void => {
      faults += 1;
      context.addIssue({ code: 'custom', path: [field], message });
    };
    const source = known(sourceGrades, form.source);
    const assessment = known(assessmentGrades, form.assessment);
    const handling = known(handlingCodes, form.handling);
    const actionCode = known(actionCodes, form.actionCode);
    const sanitisationCode = known(sanitisationCodes, form.sanitisationCode);
    if (!source) fault('source', 'Select how reliable the source is');
    if (!assessment) fault('assessment', 'Select how the source knows this');
    if (!handling) fault('handling', 'Select how this may be shared');
    if (handling === 'C') {
      if (!actionCode) fault('actionCode', 'Select the action code');
      if (!sanitisationCode) fault('sanitisationCode', 'Select the sanitisation code');
      if (actionCode === 'A3' && !form.usage) fault('usage', 'Enter how this may be acted on');
    } else if (handling === 'P') {
      if (form.actionCode) fault('actionCode', 'An action code goes with handling code C only');
      if (form.sanitisationCode)
        fault('sanitisationCode', 'A sanitisation code goes with handling code C only');
      if (form.usage) fault('usage', 'Conditions of use go with handling code C only');
    }
    if (source === '3' && !form.reason) fault('reason', 'Enter why the source is not reliable');
    else if (assessment === 'E' && !form.reason) fault('reason', 'Enter why this is suspected to be false');
    if (!form.provenance) fault('provenance', 'Enter how the source came to know this');
    for (const field of ['usage', 'reason', 'provenance'] as const) {
      if (form[field].length > gradeTextLimit)
        fault(field, `Enter ${gradeTextLimit.toLocaleString('en-GB')} characters or fewer`);
    }
    if (!source || !assessment || !handling || faults > 0) return z.NEVER;
    return {
      source,
      assessment,
      handling,
      actionCode,
      sanitisationCode,
      usage: form.usage || null,
      reason: form.reason || null,
      provenance: form.provenance,
    };
  });

/** The written form, without conditions: "2AP". */
export const gradeLabel = (grade: Pick<Grade, 'source' | 'assessment' | 'handling'>): string =>
  `${grade.source}${grade.assessment}${grade.handling}`;

/** The written form with its conditions: "2CC, A1, S2". */
export const gradeInFull = (
  grade: Pick<Grade, 'source' | 'assessment' | 'handling' | 'actionCode' | 'sanitisationCode'>,
): string =>
  [gradeLabel(grade), grade.actionCode, grade.sanitisationCode].filter((part) => part !== null).join(', ');
