import type { Db } from '#app/platform/db/client.ts';

const tables = ['audit_event', 'audit_seal', 'audit_verification'];
const triggers = ['append_only_rows', 'append_only_table'];
const onEvent = 'audit_event audit_event_stamped';
const guards = [onEvent, ...tables.flatMap((table) => triggers.map((name) => `${table} ${name}`))];

/** The guards of the trail that the database lacks: triggers, and the index that no mark serves twice. */
export async function missingGuards(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ guard: string }[]>`
    SELECT c.relname || ' ' || t.tgname AS guard FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.oid = ANY (${tables}::regclass[]) AND t.tgenabled = 'O'
    UNION ALL SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE i.indexrelid = to_regclass('audit_event_mark') AND i.indisunique AND i.indisvalid`;
  const there = new Set(rows.map(({ guard }) => guard));
  return [...guards, 'audit_event_mark'].filter((guard) => !there.has(guard));
}
