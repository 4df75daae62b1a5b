import type { ListSection } from '#app/domain/form/definition.ts';
import { people as people2 } from '#app/domain/form/version-2/people.ts';
import { date } from '#app/domain/form/version-2/asked.ts';
import { asBefore } from './asked.ts';

/** As in version 2, with a date of birth of which the day, or the day and the month, may be missing. */
export const people: ListSection = {
  ...people2,
  questions: people2.questions.map((question) => {
    switch (question.id) {
      case 'personBirthDate':
        return {
          ...date({
            id: 'personBirthDate',
            label: 'Date of birth',
            hint: 'All of it, or only the month and year, or only the year',
            name: 'Date of birth',
            missing: 'Enter a date of birth',
            why: 'With a name, it tells one person from another.',
            dataClass: 'sensitive',
            required: false,
            precisions: ['exact', 'month', 'year'],
            partial: true,
            latest: 'today',
          }),
          heading: 'About this person',
        };
      case 'personAgeRange':
        return asBefore(people2, question.id, { label: 'Age, if you do not know when they were born' });
      case 'personDescription':
        return asBefore(people2, question.id, { hint: 'For example height, build, hair, clothes or accent' });
      default:
        return question;
    }
  }),
};
