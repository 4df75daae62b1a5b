import type { Db } from '#app/platform/db/client.ts';
import { databaseOf, type Tx } from '#app/platform/db/transaction.ts';
import type { FormDefinition } from './definition.ts';
import { type Form, holdForm } from './held-forms.ts';
import type { Meanings } from './meanings.ts';
import { createHash } from 'node:crypto';
import { withPastDates } from './date-rules.ts';
import { canonicalJson, definitionHash } from './definition-hash.server.ts';

/** A database's versions by number: each is read once. A published version can't change under its number. */
const known = new WeakMap<Db, Map<number, Form>>();

function knownTo(db: Db | Tx): Map<number, Form> {
  const database = databaseOf(db);
  const forms = known.get(database) ?? new Map<number, Form>();
  known.set(database, forms);
  return forms;
}

/** The form of a draft or submission. A version that isn't there is a defect of the data, not of a visitor. */
export async function formOfVersion(db: Db | Tx, version: number): Promise<Form> {
  const forms = knownTo(db);
  const form = forms.get(version) ?? (await readForm(db, version));
  forms.set(version, form);
  return form;
}

async function readForm(db: Db | Tx, version: number): Promise<Form> {
  const row = await db.formVersion.findUnique({
    where: { version },
    select: { definition: true, meanings: true },
  });
  if (row === null) throw new Error(`The form has no version ${version}`);
  return formOf(row.definition as FormDefinition, row.meanings as Meanings);
}

/** Every version that is published or agreed, oldest first. */
export async function everyForm(db: Db | Tx): Promise<Form[]> {
  const rows = await db.formVersion.findMany({ select: { version: true }, orderBy: { version: 'asc' } });
  const forms: Form[] = [];
  for (const { version } of rows) forms.push(await formOfVersion(db, version));
  return forms;
}

/** A definition with what its questions mean, as every reader of answers takes it. */
export function formOf(definition: FormDefinition, meanings: Meanings): Form {
  const key = createHash('sha256')
    .update(definitionHash(definition) + canonicalJson(meanings))
    .digest('hex');
  return holdForm({ ...definition, sections: withPastDates(definition.sections, meanings), meanings, key });
}
