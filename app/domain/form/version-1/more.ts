import type { PagesSection } from '#app/domain/form/definition.ts';
import { checkboxes, no, notKnown, radios, text, textarea, yes } from './asked.ts';

/** May fields: the pattern, and who else knows. */
export const more: PagesSection = {
  kind: 'pages',
  id: 'more',
  title: 'Patterns and who else knows',
  optional: true,
  gate: false,
  atCheckAnswers: false,
  pages: [
    {
      id: 'more',
      title: 'Patterns and who else knows',
      guidance: ['Answer only from what you already know.'],
      questions: [
        radios({
          id: 'howOften',
          label: 'How often does it happen?',
          name: 'How often it happens',
          missing: 'Select how often it happens',
          why: 'A pattern helps police plan when to act.',
          required: false,
          options: [
            { value: 'once', label: 'Once' },
            { value: 'more_than_once', label: 'More than once' },
            { value: 'most_days', label: 'Most days' },
            { value: 'all_the_time', label: 'All the time' },
            notKnown,
          ],
        }),
        radios({
          id: 'organisedGroup',
          label: 'Do several people seem to run this together?',
          name: 'Whether a group runs this',
          missing: 'Select whether several people run this together',
          why: 'Organised groups are dealt with by a specialist team.',
          required: false,
          options: [yes, no, notKnown],
        }),
        textarea({
          id: 'whoElseKnows',
          label: 'Who else knows about this?',
          hint: 'Do not give the name of the source here',
          name: 'Who else knows',
          missing: 'Enter who else knows',
          why: 'If many people know, the source is harder to guess.',
          dataClass: 'sensitive',
          required: false,
          maxLength: 1000,
          rows: 3,
        }),
        radios({
          id: 'sourceGivenBefore',
          label: 'Has this source given you information for the police before?',
          name: 'Earlier information from this source',
          missing: 'Select whether this source has given information before',
          why: 'Police have a duty of care to someone who tells them things again and again.',
          required: false,
          options: [yes, no, notKnown],
        }),
      ],
    },
  ],
};

/** What the partner has already done, so that nobody does it twice. Never needed to send the form. */
export const alreadyDone: PagesSection = {
  kind: 'pages',
  id: 'already-done',
  title: 'What has already been done',
  optional: true,
  gate: false,
  atCheckAnswers: false,
  pages: [
    {
      id: 'already-done',
      title: 'What has already been done',
      questions: [
        text({
          id: 'policeLog',
          label: '999 or 101 log number',
          name: 'Log number',
          missing: 'Enter the log number',
          why: 'It joins this report to the call.',
          required: false,
          maxLength: 50,
          width: 'medium',
        }),
        text({
          id: 'crimeNumber',
          label: 'Crime number',
          name: 'Crime number',
          missing: 'Enter the crime number',
          why: 'It joins this report to the crime report.',
          required: false,
          maxLength: 50,
          width: 'medium',
        }),
        text({
          id: 'safeguardingReferral',
          label: 'Safeguarding referral',
          hint: 'Who you sent it to, and when',
          name: 'Safeguarding referral',
          missing: 'Enter who you sent the safeguarding referral to',
          why: 'So that police speak to the team that already has it.',
          required: false,
          maxLength: 200,
          width: 'full',
        }),
        radios({
          id: 'nrmStatus',
          label: 'Has anyone made an NRM referral or a duty to notify report?',
          name: 'NRM or duty to notify',
          missing: 'Select whether an NRM referral or a duty to notify report was made',
          why: 'The police record a crime for every referral.',
          required: false,
          options: [
            { value: 'nrm', label: 'Yes, an NRM referral' },
            { value: 'duty_to_notify', label: 'Yes, a duty to notify report' },
            no,
            notKnown,
          ],
        }),
        text({
          id: 'nrmReference',
          label: 'NRM or duty to notify reference',
          name: 'Reference',
          missing: 'Enter the NRM or duty to notify reference',
          why: 'It joins this report to the referral.',
          required: false,
          maxLength: 50,
          width: 'medium',
        }),
        text({
          id: 'helplineReference',
          label: 'Modern slavery helpline reference',
          name: 'Helpline reference',
          missing: 'Enter the helpline reference',
          why: 'The helpline may have told the police already.',
          required: false,
          maxLength: 50,
          width: 'medium',
        }),
        text({
          id: 'ownReference',
          label: 'Your own reference',
          hint: 'Do not use anyone’s name',
          name: 'Your own reference',
          missing: 'Enter your own reference',
          why: 'So that you find this report again.',
          required: false,
          maxLength: 50,
          width: 'medium',
        }),
      ],
    },
  ],
};

/** Shown at the foot of check answers. */
export const declaration: PagesSection = {
  kind: 'pages',
  id: 'declaration',
  title: 'Declaration',
  optional: false,
  gate: false,
  atCheckAnswers: true,
  pages: [
    {
      id: 'declaration',
      title: 'Declaration',
      guidance: [
        'The information is true to the best of your knowledge.',
        'You have not sent it before.',
        'Police will read it, decide how it may be used, and tell you the outcome but not the details.',
      ],
      questions: [
        checkboxes({
          id: 'declaration',
          label: 'Do you confirm this?',
          name: 'Declaration',
          missing: 'Select that you confirm this before you send the report',
          why: 'Police may act on what you send.',
          options: [{ value: 'confirmed', label: 'I confirm this' }],
        }),
      ],
    },
  ],
};
