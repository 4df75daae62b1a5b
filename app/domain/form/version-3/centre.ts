import type { PagesSection } from '#app/domain/form/definition.ts';
import { centre as centre2 } from '#app/domain/form/version-2/centre.ts';
import { no, notKnown, radios, site, yes } from '#app/domain/form/version-2/asked.ts';
import { forAnother } from '#app/domain/form/version-2/safety.ts';
import { anonymous, asBefore, confidential, namedSpeaker, notChosen, share } from './asked.ts';

/**
 * Assisted reporting (plan 1.4.1, 3.3c.1). Whoever speaks through somebody else is told what they can choose before
 * anything is written down, so this section is a gate; their choice is recorded here, and nowhere else. Who speaks is the
 * source, so that the form does not ask for the source again.
 */
export const centre: PagesSection = {
  kind: 'pages',
  id: 'centre',
  title: 'The person you are writing for',
  optional: false,
  gate: true,
  atCheckAnswers: false,
  pages: [
    {
      id: 'centre',
      title: 'The person you are writing for',
      showWhen: forAnother,
      questions: [
        site({
          id: 'reportingSite',
          label: 'Which of your sites is this report from?',
          name: 'Site',
          missing: 'Select one of your sites',
          why: 'It shows which reporting centres people go to.',
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
            { value: 'other', label: 'Someone else who knows about it' },
            { value: 'nobody', label: 'Nobody now', hint: 'You write down what you or your colleagues know' },
            { value: 'not_known', label: 'Not known', hint: 'For example, a caller who does not say' },
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
      ],
    },
    {
      id: 'choice',
      title: 'Their choice about being named',
      showWhen: namedSpeaker,
      guidance: ['Explain this to whoever is speaking, before you write down what they tell you.'],
      advice: [
        {
          id: 'naming',
          heading: 'They choose whether they are named',
          lines: [
            'Share: the police may know who they are. The name is sealed, apart from the report.',
            'Confidential: you know who they are, and do not tell the police.',
            'Anonymous: nobody writes down who they are, not even you.',
            'They can change their mind until you send the form.',
          ],
        },
        ...(centre2.pages[0]?.advice ?? []).filter(({ id }) => id !== 'naming'),
      ],
      questions: [
        radios({
          id: 'speakerInterpreter',
          label: 'Is anyone interpreting?',
          name: 'Interpreting',
          missing: 'Select whether anyone is interpreting',
          why: 'It shows how exactly their words reached you, and who heard them.',
          options: [
            { value: 'not_needed', label: 'No, it is not needed' },
            { value: 'nobody', label: 'No, but it would be needed' },
            { value: 'professional', label: 'A professional interpreter' },
            { value: 'colleague', label: 'A colleague' },
            {
              value: 'companion',
              label: 'Someone who came with them',
              hint: 'Find somebody else if you can',
            },
            notKnown,
          ],
        }),
        asBefore(centre2, 'choiceExplained'),
        radios({
          id: 'speakerChoice',
          label: 'What do they choose?',
          hint: 'They decide this, not you',
          name: 'Their choice',
          missing: 'Select what they choose',
          why: 'The choice belongs to them. It does not change how seriously we take the report.',
          options: [
            { value: share.value, label: share.label },
            { value: confidential.value, label: confidential.label },
            { value: anonymous.value, label: anonymous.label },
            notChosen,
          ],
        }),
      ],
    },
  ],
};
