import { createHash } from 'node:crypto';
import type { FormDefinition } from './definition.ts';
import { withPastDates } from './date-rules.ts';
import { canonicalJson, definitionHash } from './definition-hash.server.ts';
import { holdForm, type Form } from './held-forms.ts';
import type { Meanings } from './meanings.ts';

/** A definition with what its questions mean, as every reader of answers takes it. */
export function formOf(definition: FormDefinition, meanings: Meanings): Form {
  const key = createHash('sha256')
    .update(definitionHash(definition) + canonicalJson(meanings))
    .digest('hex');
  return holdForm({ ...definition, sections: withPastDates(definition.sections, meanings), meanings, key });
}
