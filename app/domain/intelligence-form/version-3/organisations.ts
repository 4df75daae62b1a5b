import type { ListSection } from '#app/domain/intelligence-form/definition.ts';
import { organisations as organisations2 } from '#app/domain/intelligence-form/version-2/organisations.ts';
import { select } from '#app/domain/intelligence-form/version-2/asked.ts';
import { kindsOfWork } from '#app/domain/intelligence-form/version-3/places.ts';

/** As in version 2. The kind of work is chosen from the same list as at a place, and not again for a workplace. */
export const organisations: ListSection = {
  ...organisations2,
  guidance: [
    'Add a business, agency, charity or any other organisation that has to do with this.',
    'Where people work: add it as a place. Add it here as well only if you know more about the business.',
  ],
  naming: ['organisationName', 'organisationAddress', 'organisationPart'],
  questions: organisations2.questions.map((question) =>
    question.id === 'organisationSector'
      ? select({
          id: 'organisationWork',
          label: 'What kind of business is it?',
          hint: 'For a workplace, we ask this with the place',
          name: 'Kind of business',
          missing: 'Select what kind of business it is',
          why: 'It shows which kinds of work are affected.',
          required: false,
          showWhen: {
            question: 'organisationPart',
            in: ['supplies_workers', 'housing', 'transport', 'money', 'other', 'not_known'],
          },
          options: kindsOfWork,
        })
      : question,
  ),
};
