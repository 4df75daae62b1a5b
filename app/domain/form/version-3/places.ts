import type { ListSection, Option } from '#app/domain/form/definition.ts';
import { places as places2 } from '#app/domain/form/version-2/places.ts';
import { text } from '#app/domain/form/version-2/asked.ts';
import { asBefore } from './asked.ts';

/** The kinds of work at a place. What version 1 offered keeps its value; organisations are not asked this again. */
const kindsOfWork: Option[] = [
  { value: 'construction', label: 'Building work' },
  { value: 'car_wash', label: 'Car wash' },
  { value: 'care', label: 'Care' },
  { value: 'cleaning', label: 'Cleaning' },
  { value: 'driveways', label: 'Driveways and paving' },
  { value: 'factory', label: 'Factory or warehouse' },
  { value: 'agriculture', label: 'Farm work or fishing' },
  { value: 'food_processing', label: 'Food packing or processing' },
  { value: 'private_home', label: 'Housework in a private home' },
  { value: 'beauty', label: 'Nail bar or beauty' },
  { value: 'hospitality', label: 'Restaurant, takeaway or hotel' },
  { value: 'shop', label: 'Shop or market' },
  { value: 'transport', label: 'Transport or deliveries' },
  { value: 'recycling', label: 'Waste or recycling' },
  { value: 'other', label: 'Other' },
  { value: 'not_known', label: 'Not known' },
];

/** As in version 2, with a number of people that may be as rough as it is known. */
export const places: ListSection = {
  ...places2,
  questions: places2.questions.map((question) => {
    if (question.id === 'placeSector') return asBefore(places2, 'placeSector', { options: kindsOfWork });
    if (question.id !== 'placePeopleCount') return question;
    return text({
      id: 'placePeopleEstimate',
      label: 'About how many people are thought to be there?',
      hint: 'For example 8, about 8, 8 to 10, or not known',
      name: 'Number of people',
      missing: 'Enter about how many people are there',
      why: 'Many people need a reception centre, beds and interpreters.',
      required: false,
      format: 'estimate',
      maxLength: 40,
      width: 'medium',
    });
  }),
};
