import { Prisma } from '#app/platform/db/generated/client.ts';
import { readQuery } from '../connections/search/read-query.ts';
import { partsOf, textQuery, type Part } from '../connections/search/search-sql.server.ts';

/** What is known of a person; an empty text or null where it is not. */
export type PersonLookedFor = { name: string; born: string | null; phone: string; address: string };

/** By what of the person something was found. */
export type FoundBy = 'name' | 'born' | 'phone' | 'address';

/**
 * Where a person is looked for, each in one index: where officers search every day, and every other text of a report. Sealed
 * records are in none of them.
 */
export function personParts({ name, born, phone, address }: PersonLookedFor): { by: FoundBy; part: Part }[] {
  const typed = (
    [
      ['name', name],
      ['phone', phone],
      ['address', address],
    ] as const
  ).filter(([, text]) => text !== '');
  return [
    ...typed.flatMap(([by, text]) => {
      const query = readQuery(text);
      return [...partsOf(query), ...otherTexts(textQuery(query))].map((part) => ({ by, part }));
    }),
    ...(born === null ? [] : [{ by: 'born' as const, part: bornOn(born) }]),
  ];
}

const bornOn = (day: string): Part => ({
  rank: 1,
  thing: Prisma.sql`'person'::text`,
  value: Prisma.sql`concat_ws(' ', o.forename, o.surname)`,
  from: Prisma.sql`submission_person o`,
  where: Prisma.sql`o.date_of_birth = ${day}::date`,
});

function otherTexts(query: Prisma.Sql): Part[] {
  const part = (thing: string, from: Prisma.Sql, text: Prisma.Sql, where: Prisma.Sql): Part => ({
    rank: 5,
    thing: Prisma.sql`${thing}::text`,
    value: Prisma.sql`''`,
    from,
    where: Prisma.sql`text_lexemes(${text}) @@ ${query} AND ${where}`,
  });
  const any = Prisma.sql`true`;
  return [
    part(
      'recipient',
      Prisma.sql`dissemination_message m JOIN dissemination o ON o.id = m.dissemination_id`,
      Prisma.sql`m.text`,
      any,
    ),
    part(
      'task',
      Prisma.sql`task o`,
      Prisma.sql`o.text`,
      Prisma.sql`o.submission_id IS NOT NULL AND o.plan_item_id IS NULL`,
    ),
    part(
      'task',
      Prisma.sql`task t JOIN dissemination o ON o.id = t.dissemination_id`,
      Prisma.sql`t.text`,
      Prisma.sql`t.plan_item_id IS NULL`,
    ),
    part('contact plan', Prisma.sql`contact_plan o`, Prisma.sql`o.who`, any),
    part('history', Prisma.sql`submission_event o`, Prisma.sql`o.comment`, Prisma.sql`o.comment IS NOT NULL`),
    part(
      'message',
      Prisma.sql`partner_message o`,
      Prisma.sql`o.text`,
      Prisma.sql`o.direction = 'to_partner'`,
    ),
    part(
      'voided item',
      Prisma.sql`sanitised_text t JOIN intelligence_item o ON o.id = t.item_id`,
      Prisma.sql`t.text`,
      Prisma.sql`NOT item_stands(o.id)`,
    ),
  ];
}
