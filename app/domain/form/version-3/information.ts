import type { PagesSection, Question } from '#app/domain/form/definition.ts';
import { information as information2 } from '#app/domain/form/version-2/information.ts';
import { checkboxes, date, radios } from '#app/domain/form/version-2/asked.ts';

/** Everything before "When did it happen?" is as in version 2. */
const before = (information2.pages[0]?.questions ?? []).filter(({ id }) =>
  ['exploitationTypes', 'exploitationOther', 'whatIsKnown'].includes(id),
);

const dates: Question[] = [
  date({
    id: 'informationDate',
    label: 'When did it happen?',
    name: 'The date it happened',
    missing: 'Select when it happened',
    why: 'Police act on how recent the event is, not on when the report was sent.',
    precisions: ['exact', 'month', 'about', 'range', 'ongoing', 'unknown'],
    since: true,
  }),
  ...(information2.pages[0]?.questions ?? []).filter(({ id }) => id === 'learnedDate'),
];

/** The core of the report. How the reporter knows is asked here, unless it is known who speaks through them. */
export const information: PagesSection = {
  ...information2,
  pages: [
    {
      id: 'information',
      title: 'What you know',
      questions: [
        ...before,
        ...dates,
        radios({
          id: 'sourceKind',
          label: 'How do you know this?',
          name: 'How you know this',
          missing: 'Select how you know this',
          why: 'An officer judges how far the information can be relied on.',
          showWhen: {
            any: [
              { question: 'onBehalfOfVictim', in: ['no'] },
              { question: 'whoSpeaks', in: ['nobody'] },
            ],
          },
          options: [
            { value: 'self', label: 'I saw or heard it myself' },
            { value: 'victim', label: 'The person it happened to told us' },
            { value: 'colleague', label: 'A colleague told me' },
            { value: 'client', label: 'Another person we support told us' },
            { value: 'public', label: 'A member of the public told us' },
            { value: 'document', label: 'I read it or saw it online' },
            { value: 'anonymous', label: 'We do not know who told us' },
          ],
        }),
        checkboxes({
          id: 'canDescribe',
          label: 'Can you tell us more about any of these?',
          hint: 'We will ask about each one',
          name: 'What you can tell us more about',
          missing: 'Select what you can tell us more about',
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
            { value: 'signs', label: 'Signs that you noticed, how people are controlled, or how often' },
            { value: 'source', label: 'Who else knows, and since when' },
            {
              value: 'done',
              label: 'What has already been done',
              hint: 'For example, a referral or a call to the police',
            },
          ],
        }),
      ],
    },
  ],
};
