import { readFileSync } from 'node:fs';
import { definitionSchema } from '#app/domain/form/definition.ts';
import { formOf } from '#app/domain/form/forms.server.ts';
import type { Form } from '#app/domain/form/held-forms.ts';
import { meaningsFileSchema, meaningsOf } from '#app/domain/form/meanings-of.ts';

const read = (name: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../prisma/packs/west-midlands-2015/forms/${name}`, import.meta.url), 'utf8'),
  );
const meaningOf = meaningsFileSchema.parse(read('meanings.json'));

/** The definitions as their files hold them. */
export const filedDefinitions = [1, 2, 3, 4, 5].map((version) =>
  definitionSchema.parse(read(`${version}.json`)),
);

function form(version: number): Form {
  const definition = definitionSchema.parse(read(`${version}.json`));
  return formOf(definition, meaningsOf(definition, meaningOf));
}

/** The published versions of the demonstration's form, without a database. */
export const [version1, version2, version3, version4, version5] = [
  form(1),
  form(2),
  form(3),
  form(4),
  form(5),
] as const;
export const publishedDefinitions: readonly [Form, ...Form[]] = [
  version1,
  version2,
  version3,
  version4,
  version5,
];

/** The version that a report of the demonstration's last day is written with. */
export const currentDefinition = publishedDefinitions.at(-1) ?? version1;
