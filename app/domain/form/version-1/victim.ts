import type { PagesSection } from '#app/domain/form/definition.ts';
import { no, notKnown, radios, select, textarea, yes } from './asked.ts';
import { languages } from './languages.ts';

/**
 * What a victim wants. Kept apart from the information: passing intelligence does not rest on consent, an adult's NRM
 * referral does, a child's does not.
 */
export const victim: PagesSection = {
  kind: 'pages',
  id: 'victim',
  title: 'What the victim wants',
  optional: false,
  gate: false,
  atCheckAnswers: false,
  pages: [
    {
      id: 'victim-wishes',
      title: 'What the victim wants',
      showWhen: { question: 'onBehalfOfVictim', in: ['yes'] },
      guidance: [
        'Write down only what they have already said. You do not have to go back and ask.',
        'Sending this form does not need their consent. An NRM referral for an adult does.',
      ],
      questions: [
        radios({
          id: 'victimWantsContact',
          label: 'Do they want the police to contact them?',
          hint: 'Police will arrange it with you first',
          name: 'Contact with the police',
          missing: 'Select whether they want the police to contact them',
          why: 'An officer near them can then take it on.',
          options: [yes, no, notKnown],
        }),
        radios({
          id: 'victimNrmOffered',
          label: 'Has someone told them about the NRM?',
          name: 'The NRM',
          missing: 'Select whether someone has told them about the NRM',
          why: 'The NRM gives a victim a safe place, support and time to decide.',
          options: [yes, no, notKnown],
        }),
        radios({
          id: 'victimNrmConsent',
          label: 'Have they agreed to an NRM referral?',
          hint: 'A child does not need to agree',
          name: 'Agreement to an NRM referral',
          missing: 'Select whether they have agreed to an NRM referral',
          why: 'An adult is referred only with their consent.',
          options: [
            yes,
            no,
            { value: 'not_asked', label: 'They have not been asked' },
            { value: 'child', label: 'They are a child' },
            notKnown,
          ],
        }),
        select({
          id: 'victimLanguage',
          label: 'What language do they want to speak?',
          name: 'Language',
          missing: 'Select a language',
          why: 'So that police bring the right interpreter. Police never use a companion.',
          dataClass: 'sensitive',
          required: false,
          options: languages,
        }),
        textarea({
          id: 'victimSupport',
          label: 'What support do they need?',
          hint: 'For example medical care, a safe place, or a woman officer',
          name: 'Support',
          missing: 'Enter what support they need',
          why: 'So that help is ready when police meet them.',
          dataClass: 'sensitive',
          required: false,
          maxLength: 1000,
          rows: 3,
        }),
      ],
    },
  ],
};
