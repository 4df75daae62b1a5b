import type { PagesSection } from '#app/domain/form/definition.ts';
import { victim as victim1 } from '#app/domain/form/version-1/victim.ts';
import { kept, no, notKnown, radios, textarea, yes } from './asked.ts';

/** What a victim wants, kept apart from the information (see version 1). */
export const victim: PagesSection = {
  ...victim1,
  pages: victim1.pages.map((page) => ({
    ...page,
    guidance: [
      'Write down only what they have already said. You do not have to go back and ask.',
      'Sending this form does not need their consent.',
      'An NRM referral for an adult does need their consent. A child is referred without it.',
      'Police bring their own interpreter. They never use someone who came with the person.',
    ],
    questions: [
      kept(victim1, 'victimWantsContact'),
      textarea({
        id: 'victimContactSafely',
        label: 'How and when is it safe to contact them?',
        hint: 'It can be through you. Give no name if they do not want to be named',
        name: 'How to contact them safely',
        missing: 'Enter how and when it is safe to contact them',
        why: 'A call at the wrong time can put them in danger.',
        dataClass: 'sensitive',
        required: false,
        maxLength: 500,
        rows: 3,
        showWhen: { question: 'victimWantsContact', in: ['yes'] },
      }),
      kept(victim1, 'victimNrmOffered'),
      kept(victim1, 'victimNrmConsent'),
      { ...kept(victim1, 'victimLanguage'), hint: 'If you have not already given it with the person' },
      radios({
        id: 'victimInterpreter',
        label: 'Do they need an interpreter?',
        hint: 'If you have not already said so with the person',
        name: 'Interpreter',
        missing: 'Select whether they need an interpreter',
        why: 'So that an interpreter is there when police meet them.',
        required: false,
        options: [yes, no, notKnown],
      }),
      radios({
        id: 'victimInterpreterWish',
        label: 'Would they prefer a woman or a man as interpreter?',
        name: 'Wish for the interpreter',
        missing: 'Select whether they would prefer a woman or a man',
        why: 'Some people can only talk about what happened to a woman, or only to a man.',
        dataClass: 'sensitive',
        required: false,
        showWhen: { question: 'victimInterpreter', in: ['yes'] },
        options: [
          { value: 'woman', label: 'A woman' },
          { value: 'man', label: 'A man' },
          { value: 'either', label: 'They do not mind' },
          notKnown,
        ],
      }),
      kept(victim1, 'victimSupport'),
    ],
  })),
};
