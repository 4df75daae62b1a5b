import type { PagesSection } from '#app/domain/form/definition.ts';
import { alreadyDone as alreadyDone1, more as more1 } from '#app/domain/form/version-1/more.ts';
import { date, kept, no, notKnown, radios, text, yes } from './asked.ts';

/** May fields about the source: since when they know, and who else does. */
export const more: PagesSection = {
  ...more1,
  title: 'More about the source',
  pages: [
    {
      id: 'more',
      title: 'More about the source',
      guidance: ['Answer only from what you already know. Do not go back and ask.'],
      questions: [
        date({
          id: 'sourceFirstKnew',
          label: 'When did the source first know?',
          name: 'The date the source first knew',
          missing: 'Select when the source first knew',
          why: 'It shows how long this may have been going on.',
          required: false,
          precisions: ['exact', 'month', 'about', 'unknown'],
          latest: 'today',
        }),
        date({
          id: 'sourceLastKnew',
          label: 'When did the source last hear or see something?',
          name: 'The date the source last knew',
          missing: 'Select when the source last heard or saw something',
          why: 'It shows whether the information may be out of date.',
          required: false,
          precisions: ['exact', 'month', 'about', 'ongoing', 'unknown'],
          latest: 'today',
        }),
        kept(more1, 'whoElseKnows'),
        radios({
          id: 'sourceCouldSayMore',
          label: 'Could the source say more without finding out more?',
          hint: 'Never ask them to find out',
          name: 'Whether the source could say more',
          missing: 'Select whether the source could say more',
          why: 'An officer may ask you what the source already knows, and nothing else.',
          required: false,
          options: [yes, no, notKnown],
        }),
        kept(more1, 'sourceGivenBefore'),
      ],
    },
  ],
};

/** As in version 1; the log number of a call about today's danger is asked on the stop page, and only there. */
export const alreadyDone: PagesSection = {
  ...alreadyDone1,
  pages: alreadyDone1.pages.map((page) => ({
    ...page,
    questions: page.questions.map((question) =>
      question.id === 'policeLog'
        ? text({
            id: 'policeLog',
            label: 'Log number of an earlier call to the police',
            hint: 'Not the one you gave us about danger now',
            name: 'Log number',
            missing: 'Enter the log number',
            why: 'It joins this report to the call.',
            required: false,
            maxLength: 50,
            width: 'medium',
          })
        : question,
    ),
  })),
};
