import { areaChoices } from '../force/area-choices.server.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { questionsOf } from '../form/definition.ts';
import { everyForm } from '../form/forms.server.ts';
import type { Form } from '../form/held-forms.ts';
import type { Meaning } from '../form/meanings.ts';
import type { ValueNames } from './rule-words.ts';

/** The names of the force's areas, and of languages and nationalities in its form, the newest version winning. */
export async function valueNames(db: Db | Tx): Promise<ValueNames> {
  const areas = await areaChoices(db);
  return {
    areas: Object.fromEntries(areas.map(({ code, name }) => [code, name])),
    ...namesInForms(await everyForm(db)),
  };
}

export function namesInForms(forms: readonly Form[]): Omit<ValueNames, 'areas'> {
  return {
    languages: optionsOf(forms, ['person.language', 'person.otherLanguages', 'victim.language']),
    nationalities: optionsOf(forms, ['person.nationality', 'person.otherNationalities']),
  };
}

function optionsOf(forms: readonly Form[], meant: readonly Meaning[]): Record<string, string> {
  return Object.fromEntries(
    forms.flatMap((form) => {
      const ids = meant.map((meaning) => form.meanings[meaning]);
      return questionsOf(form)
        .filter(({ id }) => ids.includes(id))
        .flatMap((question) => ('options' in question ? question.options : []))
        .map(({ value, label }) => [value, label]);
    }),
  );
}
