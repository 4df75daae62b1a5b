import type { Condition, PagesSection } from '#app/domain/form/definition.ts';
import { safety as safety1 } from '#app/domain/form/version-1/safety.ts';
import { kept, no, radios } from './asked.ts';

/** Somebody else speaks through the reporter: a possible victim, or whoever came to a reporting centre. */
export const forAnother: Condition = { question: 'onBehalfOfVictim', in: ['yes', 'someone_else'] };

/** The danger screening with its stop page. It also says where a report of another kind goes. */
export const safety: PagesSection = {
  ...safety1,
  pages: [
    {
      id: 'danger',
      title: 'Danger and safety',
      warning: 'If someone is in danger now, call 999. Nobody watches this form round the clock.',
      guidance: [
        'Use this form to tell the police what you know about possible modern slavery.',
        'One matter and one source for each form. Start another form for anything unrelated.',
        'You do not have to be certain. Small details can matter.',
      ],
      advice: [
        {
          id: 'right-place',
          heading: 'When you need something else',
          lines: [
            'To report a crime, or if you need an officer: call 999 or 101. This form is not a crime report.',
            'If a child or an adult needs safeguarding: make a safeguarding referral as well, as your own procedure says.',
            'For a National Referral Mechanism (NRM) referral: a first responder makes it. If your organisation is not one, ask the police or the Salvation Army.',
            'To talk to somebody: the helplines are at the foot of every page.',
          ],
        },
        {
          id: 'only-what-you-know',
          heading: 'Tell us only what you already know',
          lines: [
            'Do not try to find out more for us. Do not question, follow or photograph anyone, and do not look up their profiles.',
            'You do not have to ask or tell the people you write about.',
          ],
        },
      ],
      questions: [
        kept(safety1, 'danger'),
        kept(safety1, 'child'),
        radios({
          id: 'onBehalfOfVictim',
          label: 'Are you sending this for another person?',
          hint: 'For example, someone you support or who came to your reporting centre',
          name: 'Sending for another person',
          missing: 'Select whether you are sending this for another person',
          why: 'They have choices of their own, and an officer near them may deal with it.',
          options: [
            { value: 'yes', label: 'Yes, for a possible victim' },
            { value: 'someone_else', label: 'Yes, for someone else' },
            no,
          ],
        }),
      ],
    },
    ...safety1.pages.filter((page) => page.id === 'emergency'),
  ],
};
