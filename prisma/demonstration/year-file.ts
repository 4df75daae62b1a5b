import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';

/** The tables that a year of work fills, in the order in which their rows may be inserted. */
export const yearTables = [
  'draft',
  'submission',
  'submission_content',
  'submission_event',
  'submission_access',
  'submission_route',
  'submission_watcher',
  'submission_plan_link',
  'submission_person',
  'submission_place',
  'submission_vehicle',
  'submission_contact',
  'source_record',
  'contact_record',
  'intelligence_item',
  'item_grade',
  'sanitised_text',
  'sanitised_mention',
  'item_approval',
  'dissemination',
  'dissemination_recall',
  'dissemination_step',
  'dissemination_message',
  'partner_message',
  'answer_judgement',
  'high_notice',
  'submission_relation',
  'record_link',
  'danger_act',
  'contact_plan',
  'contact_made',
  'contact_due',
  'agreement',
  'task',
  'task_event',
  'plan_item_status',
  'plan_item_owner',
  'plan_evidence',
  'plan_proposal',
  'plan_withheld',
  'plan_edition',
  'audit_event',
] as const;
export type YearTable = (typeof yearTables)[number];

const rowsSchema = z.array(z.record(z.string(), z.unknown()));

/**
 * A year that was lived through the use cases, as rows keyed by column. What the database makes itself is left out:
 * generated columns, identities, and when an audit event was written. `stories` and `models` tell whether it is still
 * the year of this code (`yearStamp`).
 */
const yearFileSchema = z.object({
  stories: z.string(),
  models: z.string(),
  // A file that was made before a table came to be has no rows of it.
  rows: z
    .partialRecord(z.enum(yearTables), rowsSchema)
    .transform(
      (rows) =>
        Object.fromEntries(yearTables.map((table) => [table, rows[table] ?? []])) as Record<
          YearTable,
          z.infer<typeof rowsSchema>
        >,
    ),
});
export type YearFile = z.infer<typeof yearFileSchema>;

export const yearFilePath = (packDirectory: string): string =>
  path.join(packDirectory, 'demonstration-year.json.gz');

/** The year that comes with a pack, or null for a pack that has none. @throws Error when the file is damaged */
export async function readYearFile(packDirectory: string): Promise<YearFile | null> {
  const packed = await readFile(yearFilePath(packDirectory)).catch((failure: unknown) => {
    if (failure instanceof Error && 'code' in failure && failure.code === 'ENOENT') return null;
    throw failure;
  });
  if (packed === null) return null;
  return yearFileSchema.parse(JSON.parse((await promisify(gunzip)(packed)).toString('utf8')));
}

/** @returns the size of the file in bytes */
export async function writeYearFile(packDirectory: string, year: YearFile): Promise<number> {
  const packed = await promisify(gzip)(JSON.stringify(year), { level: 9 });
  await writeFile(yearFilePath(packDirectory), packed);
  return packed.length;
}

/**
 * A hash of the columns of these tables in prisma/schema.prisma, which a test holds against the migrations: a change of
 * other tables, of a relation or of a comment leaves the year as it is.
 */
export function hashOfModels(schema: string): string {
  const models = [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].map(([, name = '', body = '']) => ({
    name,
    body,
  }));
  const isRelation = (line: string) =>
    models.some(({ name }) => line.trim().split(/\s+/)[1]?.replace(/\W/g, '') === name);
  const ours = yearTables.map((table) => {
    const model = models.find(({ body }) => body.includes(`@@map("${table}")`));
    if (model === undefined) throw new Error(`prisma/schema.prisma has no model of ${table}.`);
    return model.body
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.includes('//') && !isRelation(line))
      .map((line) => line.trim().replace(/\s+/g, ' '))
      .join('\n');
  });
  return createHash('sha256').update(ours.join('\n')).digest('hex');
}
