import { readFileSync, writeFileSync } from 'node:fs';

/**
 * `npm run generate`, after Prisma: gives each id that the client reads the type of the row it names, as
 * prisma/schema.prisma says: `Id<'Submission'>` for the id of a submission and for each column that refers to one. What
 * is asked and written stays any text; the database refuses what it does not know.
 */
const models = 'app/platform/db/generated/models';
const schema = readFileSync('prisma/schema.prisma', 'utf8');
const names = [...schema.matchAll(/^model (\w+)/gm)].map(([, name = '']) => name);

for (const [, model = '', body = ''] of schema.matchAll(/^model (\w+) \{(.*?)^\}/gms)) {
  const file = `${models}/${model}.ts`;
  const [before = '', scalars = '', ...after] = readFileSync(file, 'utf8').split(
    /(?<=\bGetPayloadResult<\{)(.*?)(?=\}, ExtArgs)/s,
  );
  const ids = idsOf(model, body);
  const branded = scalars.replace(
    /^( +)(\w+): string( \| null)?$/gm,
    (line, indent: string, field: string, or = '') => {
      const of = ids.get(field);
      return of ? `${indent}${field}: import('../../id.ts').Id<'${of}'>${or}` : line;
    },
  );
  const lines = branded.match(/\.Id</g)?.length ?? 0;
  if (lines !== ids.size) throw new Error(`${file} has ${lines} of the ids ${[...ids.keys()].join(', ')}`);
  writeFileSync(file, [before, branded, ...after].join(''));
}

/** The model whose row each field names: by its relation, its own, or by its name where what it names may be gone. */
function idsOf(model: string, body: string): Map<string, string> {
  const ids = new Map<string, string>();
  for (const [, field = ''] of body.matchAll(/^ +(\w+) +String\?? .*@db\.Uuid/gm)) {
    const named = names.find((name) => `${name[0]?.toLowerCase()}${name.slice(1)}Id` === field);
    if (field === 'id') ids.set(field, model);
    else if (named) ids.set(field, named);
  }
  for (const [, of = '', field = ''] of body.matchAll(
    / (\w+)\?? +@relation\(.*fields: \[(?:\w+, )?(\w+)\], references: \[(?:\w+, )?id\]/g,
  ))
    ids.set(field, of);
  return ids;
}
