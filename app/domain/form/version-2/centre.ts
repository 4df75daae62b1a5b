import type { PagesSection } from '#app/domain/form/definition.ts';
import { no, notKnown, radios, site, yes } from './asked.ts';
import { forAnother } from './safety.ts';

/**
 * Assisted reporting (plan 1.4.1, 3.3c.1): what a person who speaks through somebody else has to know before anything is
 * written down. Their choice about being named is recorded once, where the form asks about the source.
 */
export const centre: PagesSection = {
  kind: 'pages',
  id: 'centre',
  title: 'The person you are writing for',
  optional: true,
  gate: false,
  atCheckAnswers: false,
  wantedWhen: forAnother,
  pages: [
    {
      id: 'centre',
      title: 'The person you are writing for',
      showWhen: forAnother,
      guidance: ['Explain this to them before you write down what they tell you.'],
      advice: [
        {
          id: 'naming',
          heading: 'They choose whether they are named',
          lines: [
            'Share: the police may know who they are. The name is sealed, apart from the report.',
            'Confidential: you know who they are, and do not tell the police.',
            'Anonymous: nobody writes down who they are, not even you.',
            'They can change their mind until you send the form. You record their choice on the page about the source.',
          ],
        },
        {
          id: 'limits',
          heading: 'What you cannot promise',
          lines: [
            'If a life or a child is at risk, the police may have to find out who they are. A senior officer decides that, and it is recorded.',
            'The police decide what they do with the information. They will not tell you everything they do.',
          ],
        },
        {
          id: 'interpreting',
          heading: 'If they need an interpreter',
          lines: [
            'Use a professional interpreter or a colleague. Ask whether they would prefer a woman or a man.',
            'Do not use anyone who came with them, not even a relative. That person may control them.',
          ],
        },
      ],
      questions: [
        site({
          id: 'reportingSite',
          label: 'Which of your sites are you at?',
          name: 'Site',
          missing: 'Select one of your sites',
          why: 'It shows which reporting centres people go to.',
          required: false,
        }),
        radios({
          id: 'whoSpeaks',
          label: 'Who is speaking to you?',
          name: 'Who is speaking',
          missing: 'Select who is speaking to you',
          why: 'What someone says about themself weighs differently from what others say about them.',
          options: [
            { value: 'self', label: 'The person it is happening to' },
            {
              value: 'for_them',
              label: 'Someone for that person',
              hint: 'For example, a relative or friend',
            },
            { value: 'other', label: 'Someone who knows about it' },
          ],
        }),
        radios({
          id: 'personKnows',
          label: 'Does that person know that this is being reported?',
          name: 'Whether the person knows',
          missing: 'Select whether that person knows that this is being reported',
          why: 'So that police do not put them at risk by getting in touch.',
          showWhen: { question: 'whoSpeaks', in: ['for_them'] },
          options: [yes, no, notKnown],
        }),
        radios({
          id: 'choiceExplained',
          label: 'Have you explained their choice, and what you cannot promise?',
          name: 'Whether you explained their choice',
          missing: 'Select whether you explained their choice',
          why: 'A choice counts only if they knew what they were choosing.',
          options: [yes, { value: 'not_possible', label: 'No, it was not possible' }],
        }),
        radios({
          id: 'speakerInterpreter',
          label: 'Is anyone interpreting?',
          name: 'Interpreting',
          missing: 'Select whether anyone is interpreting',
          why: 'It shows how exactly their words reached you, and who heard them.',
          options: [
            { value: 'not_needed', label: 'No, it is not needed' },
            { value: 'professional', label: 'A professional interpreter' },
            { value: 'colleague', label: 'A colleague' },
            {
              value: 'companion',
              label: 'Someone who came with them',
              hint: 'Find somebody else if you can',
            },
          ],
        }),
      ],
    },
  ],
};
