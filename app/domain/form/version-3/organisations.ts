import type { ListSection } from '#app/domain/form/definition.ts';
import { organisations as organisations2 } from '#app/domain/form/version-2/organisations.ts';
import { asBefore } from './asked.ts';

/** As in version 2, but for the kind of work: that is asked of a place, from one list, and not again. */
export const organisations: ListSection = {
  ...organisations2,
  guidance: [
    'Add a business, agency, charity or any other organisation that has to do with this.',
    'Where people work: add it as a place. Add it here as well only if you know more about the business.',
  ],
  naming: ['organisationName', 'organisationAddress', 'organisationPart'],
  questions: organisations2.questions
    .filter(({ id }) => id !== 'organisationSector')
    .map((question) =>
      question.id === 'organisationNote'
        ? asBefore(organisations2, question.id, {
            hint: 'For example, what it does, who runs it or how it finds workers',
          })
        : question,
    ),
};
