import type { PagesSection } from '#app/domain/form/definition.ts';
import { information as information1 } from '#app/domain/form/version-1/information.ts';
import { checkboxes, date, kept, textarea } from './asked.ts';

/** The core of the report. */
export const information: PagesSection = {
  ...information1,
  pages: [
    {
      id: 'information',
      title: 'What you know',
      questions: [
        kept(information1, 'exploitationTypes'),
        kept(information1, 'exploitationOther'),
        textarea({
          id: 'whatIsKnown',
          label: 'What do you know?',
          hint: 'A few plain sentences are enough',
          name: 'What you know',
          missing: 'Enter what you know',
          why: 'This is the information itself. Small details can matter when put together with others.',
          guidance: [
            'Who: full names, not initials. Spelling matters.',
            'What: what was seen, heard or said. If something is your opinion, say so.',
            'When, and how often: days and times.',
            'Where: places, and how people get there.',
            'How: how people are found, moved, housed and controlled.',
            'Why: what somebody gains from it.',
            'Do not name the person who told you. We ask about the source later and keep it apart.',
            'Do not paste in case notes.',
          ],
          helpPages: ['signs', 'examples'],
          dataClass: 'sensitive',
          maxLength: 15_000,
          rows: 12,
        }),
        date({
          id: 'informationDate',
          label: 'When did it happen?',
          name: 'The date it happened',
          missing: 'Select when it happened',
          why: 'Police act on how recent the event is, not on when the report was sent.',
          precisions: ['exact', 'month', 'about', 'range', 'ongoing', 'unknown'],
        }),
        date({
          id: 'learnedDate',
          label: 'When did you learn of it?',
          hint: 'This may be later than the day it happened',
          name: 'The date you learned of it',
          missing: 'Select when you learned of it',
          why: 'It shows how old the information was when it reached you.',
          precisions: ['exact', 'month', 'about', 'unknown'],
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
            { value: 'organisations', label: 'Businesses or other organisations' },
            { value: 'contacts', label: 'Phone numbers, accounts, adverts, websites or bank details' },
            {
              value: 'links',
              label: 'How these are connected',
              hint: 'For example, who drives which vehicle',
            },
            { value: 'signs', label: 'Signs that you noticed, or how people are controlled' },
          ],
        }),
      ],
    },
  ],
};
