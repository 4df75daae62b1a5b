import type { PagesSection } from '#app/domain/form/definition.ts';
import { checkboxes, date, text, textarea } from './asked.ts';

/** The core of the report. The heads are those of the national referral form, with "not sure" allowed. */
export const information: PagesSection = {
  kind: 'pages',
  id: 'information',
  title: 'What you know',
  optional: false,
  gate: false,
  atCheckAnswers: false,
  pages: [
    {
      id: 'information',
      title: 'What you know',
      questions: [
        checkboxes({
          id: 'exploitationTypes',
          label: 'What kind of exploitation could this be?',
          hint: 'Select all that apply',
          name: 'Kind of exploitation',
          missing: 'Select what kind of exploitation it could be, or that you are not sure',
          why: 'It helps the report reach the right team and shows where exploitation is growing.',
          exclusive: 'not_sure',
          options: [
            {
              value: 'labour',
              label: 'Labour or financial',
              hint: 'For example no pay, or wages or benefits taken',
            },
            { value: 'sexual', label: 'Sexual' },
            {
              value: 'criminal',
              label: 'Criminal',
              hint: 'For example forced to grow or sell drugs, beg or steal',
            },
            { value: 'domestic_servitude', label: 'Domestic servitude', hint: 'Forced to work in a home' },
            { value: 'organ_removal', label: 'Organ removal' },
            { value: 'other', label: 'Something else' },
            { value: 'not_sure', label: 'I am not sure' },
          ],
        }),
        text({
          id: 'exploitationOther',
          label: 'What else could it be?',
          name: 'What else it could be',
          missing: 'Enter what else it could be',
          why: 'So that we count kinds of exploitation that this list leaves out.',
          maxLength: 200,
          width: 'full',
          showWhen: { question: 'exploitationTypes', in: ['other'] },
        }),
        textarea({
          id: 'whatIsKnown',
          label: 'What do you know?',
          hint: 'Who, what, when, where, how and how often',
          name: 'What you know',
          missing: 'Enter what you know',
          why: 'This is the information itself. Small details can matter when put together with others.',
          guidance: [
            'Write what you know. If something is your opinion, say so.',
            'Give full names, not initials. Spelling matters.',
            'Do not name the person who told you. We ask about the source later and keep it apart.',
          ],
          dataClass: 'sensitive',
          maxLength: 10_000,
          rows: 10,
        }),
        date({
          id: 'informationDate',
          label: 'When did it happen?',
          name: 'The date it happened',
          missing: 'Select when it happened',
          why: 'Police act on how recent the event is, not on when the report was sent.',
          precisions: ['exact', 'month', 'range', 'ongoing', 'unknown'],
        }),
        date({
          id: 'learnedDate',
          label: 'When did you learn of it?',
          hint: 'This may be later than the day it happened',
          name: 'The date you learned of it',
          missing: 'Select when you learned of it',
          why: 'It shows how old the information was when it reached you.',
          precisions: ['exact', 'month', 'unknown'],
          latest: 'today',
        }),
        checkboxes({
          id: 'canDescribe',
          label: 'Can you describe any of these?',
          hint: 'We will ask about each one',
          name: 'What you can describe',
          missing: 'Select what you can describe',
          why: 'So that we only ask about what you know.',
          required: false,
          options: [
            { value: 'people', label: 'People' },
            { value: 'vehicles', label: 'Vehicles' },
          ],
        }),
      ],
    },
  ],
};
