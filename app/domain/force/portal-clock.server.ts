import { z } from 'zod';
import { offsetClock, type Clock } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db/client.ts';

/** The demonstration's now starts here (product.md, "The demonstration's clock") and runs on over restarts. */
export const demonstrationStart = new Date('2016-01-18T09:00:00.000Z');

const KEY = 'demonstration_clock';
const settingSchema = z.object({ offsetMilliseconds: z.number() });

/** The portal's calendar: real time, or in the demonstration real time moved by the offset kept in the database. */
export async function portalClock(db: Db, realTime: Clock): Promise<Clock> {
  const setting = await db.setting.findUnique({ where: { key: KEY } });
  return setting ? offsetClock(realTime, settingSchema.parse(setting.value).offsetMilliseconds) : realTime;
}

/** Sets the demonstration's clock once; later starts find it and leave it. */
export async function startDemonstrationClock(db: Db, realTime: Clock): Promise<void> {
  const offsetMilliseconds = demonstrationStart.getTime() - realTime.now().getTime();
  await db.setting.createMany({ data: [{ key: KEY, value: { offsetMilliseconds } }], skipDuplicates: true });
}
