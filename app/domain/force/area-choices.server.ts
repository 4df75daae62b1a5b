import type { Db } from '#app/platform/db/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';

/** An area as a list offers it, by its code. */
export type AreaChoice = { code: string; name: string };

/** The force's areas, a dozen rows. */
export const areaChoices = (db: Db | Tx): Promise<AreaChoice[]> =>
  db.area.findMany({ select: { code: true, name: true }, orderBy: { name: 'asc' } });
