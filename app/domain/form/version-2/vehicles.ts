import type { ListSection } from '#app/domain/form/definition.ts';
import { vehicles as vehicles1 } from '#app/domain/form/version-1/vehicles.ts';
import { kept, text } from './asked.ts';

const country = text({
  id: 'vehicleCountry',
  label: 'Country on the number plate',
  hint: 'If it is not from the UK',
  name: 'Country',
  missing: 'Enter a country',
  why: 'Vehicles from abroad are looked up in another way.',
  required: false,
  maxLength: 50,
  width: 'medium',
});

export const vehicles: ListSection = {
  ...vehicles1,
  naming: ['vehicleVrm', 'vehicleColour', 'vehicleMake', 'vehicleModel', 'vehicleMarks'],
  questions: [
    kept(vehicles1, 'vehicleVrm'),
    country,
    ...vehicles1.questions
      .filter((question) => question.id !== 'vehicleVrm')
      // Who drives it is a connection, which version 2 asks for in a list of its own.
      .map((question) =>
        question.id === 'vehicleUse'
          ? { ...question, hint: 'For example, takes people to work, and when and where' }
          : question,
      ),
  ],
};
