import type { PagesSection } from '#app/domain/form/definition.ts';
import { no, notKnown, radios, text, yes } from './asked.ts';

/** The danger screening. It gates every other section, so that no report about danger starts with anything else. */
export const safety: PagesSection = {
  kind: 'pages',
  id: 'safety',
  title: 'Danger and safety',
  optional: false,
  gate: true,
  atCheckAnswers: false,
  pages: [
    {
      id: 'danger',
      title: 'Danger and safety',
      warning: 'If someone is in danger now, call 999. Nobody watches this form round the clock.',
      guidance: [
        'Use this form to tell the police what you know about possible modern slavery.',
        'It is not a crime report, a safeguarding referral or a National Referral Mechanism (NRM) referral. Make those as well, as your own procedure says.',
        'One matter and one source for each form. Start another form for anything unrelated.',
        'Do not try to find out more for us. Do not question, follow or photograph anyone, and do not look up their profiles.',
        'You do not have to ask or tell the people you write about.',
      ],
      questions: [
        radios({
          id: 'danger',
          label: 'Is anyone in danger?',
          name: 'Danger',
          missing: 'Select whether anyone is in danger',
          why: 'A report about danger goes to an officer before any other report.',
          options: [
            { value: 'now', label: 'Yes, now' },
            { value: 'soon', label: 'Yes, they could be soon', hint: 'In the next few days' },
            { value: 'no', label: 'No, not that I know of' },
          ],
        }),
        radios({
          id: 'child',
          label: 'Is a child involved?',
          hint: 'Anyone under 18, or who may be under 18',
          name: 'Child',
          missing: 'Select whether a child is involved',
          why: 'A child must be protected at once, whatever else the report says.',
          options: [
            { value: 'in_danger', label: 'Yes, and the child may be in danger' },
            { value: 'yes', label: 'Yes, but I do not think the child is in danger' },
            no,
            notKnown,
          ],
        }),
        radios({
          id: 'onBehalfOfVictim',
          label: 'Are you sending this for a possible victim?',
          hint: 'Someone who asked you to, or who you support',
          name: 'Sending for a possible victim',
          missing: 'Select yes if you are sending this for a possible victim',
          why: 'We then ask what they want, and an officer near them may deal with it.',
          options: [yes, no],
        }),
      ],
    },
    {
      id: 'emergency',
      title: 'Call 999 before you go on',
      warning:
        'Call 999 now if someone is in danger. If you cannot hear or speak on the phone, use Relay UK on 18000.',
      guidance: [
        'This form does not send anyone out. Call first, then come back and tell us the rest.',
        'Your answers so far are saved.',
      ],
      showWhen: {
        any: [
          { question: 'danger', in: ['now'] },
          { question: 'child', in: ['in_danger'] },
        ],
      },
      questions: [
        radios({
          id: 'emergencyCall',
          label: 'Have you called 999?',
          name: 'Calling 999',
          missing: 'Select whether you have called 999, or that the danger is not immediate',
          why: 'So that the officer who reads this knows whether anyone has been sent.',
          options: [
            { value: 'called', label: 'Yes, I or someone else has called 999' },
            { value: 'not_immediate', label: 'No, because the danger is not immediate' },
          ],
        }),
        text({
          id: 'emergencyLog',
          label: 'Log number',
          hint: 'If the call handler gave you one',
          name: 'Log number',
          missing: 'Enter the log number',
          why: 'It joins this report to the call.',
          required: false,
          maxLength: 50,
          width: 'medium',
          showWhen: { question: 'emergencyCall', in: ['called'] },
        }),
      ],
    },
  ],
};
