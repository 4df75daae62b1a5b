import type { Condition, PagesSection, Question } from '#app/domain/form/definition.ts';
import { victim as victim2 } from '#app/domain/form/version-2/victim.ts';
import { radios, notKnown } from '#app/domain/form/version-2/asked.ts';
import { asBefore } from './asked.ts';

/** No possible victim was added as a person: there language and interpreter are asked with the person. */
const victimNotAdded: Condition = {
  none: { list: 'people', question: 'personPart', in: ['possible_victim', 'both'] },
};

/** A victim who speaks through the reporter needs an interpreter or does not: that was said with who is speaking. */
const speakerIsNotTheVictim: Condition = {
  question: 'whoSpeaks',
  in: ['for_them', 'other', 'nobody', 'not_known'],
};

const asked: Question[] = [
  asBefore(victim2, 'victimWantsContact'),
  asBefore(victim2, 'victimContactSafely'),
  asBefore(victim2, 'victimNrmOffered'),
  radios({
    id: 'victimNrmConsent',
    label: 'Have they agreed to an NRM referral?',
    name: 'Agreement to an NRM referral',
    missing: 'Select whether they have agreed to an NRM referral',
    why: 'An adult is referred only with their consent.',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
      { value: 'not_asked', label: 'They have not been asked' },
      {
        value: 'child',
        label: 'Not needed: they are the child',
        showWhen: { question: 'child', in: ['in_danger', 'yes', 'not_known'] },
      },
      notKnown,
    ],
  }),
  asBefore(victim2, 'victimLanguage', {
    label: 'What language do they want to speak?',
    hint: undefined,
    showWhen: victimNotAdded,
  }),
  asBefore(victim2, 'victimInterpreter', {
    hint: undefined,
    showWhen: { all: [victimNotAdded, speakerIsNotTheVictim] },
  }),
  radios({
    id: 'victimInterpreterWish',
    label: 'If they need an interpreter, would they prefer a woman or a man?',
    name: 'Wish for the interpreter',
    missing: 'Select whether they would prefer a woman or a man',
    why: 'Some people can only talk about what happened to a woman, or only to a man.',
    dataClass: 'sensitive',
    required: false,
    options: [
      { value: 'woman', label: 'A woman' },
      { value: 'man', label: 'A man' },
      { value: 'either', label: 'They do not mind' },
      notKnown,
    ],
  }),
  asBefore(victim2, 'victimSupport'),
];

/** What a victim wants, kept apart from the information (see version 1). */
export const victim: PagesSection = {
  ...victim2,
  pages: victim2.pages.map((page) => ({ ...page, questions: asked.map(withoutEmpty) })),
};

/** A definition is plain JSON: what is not said is not there. */
function withoutEmpty(question: Question): Question {
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as Question;
}
