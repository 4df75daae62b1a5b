import type { Pool } from 'pg';
import PgBoss from 'pg-boss';
import { jobNames, queueSettings, schedule } from './job.ts';

/** Creates or upgrades the job queue's schema and every queue, as the owner, and lets portal_app work in it. */
export async function prepareJobQueues(owner: Pool): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => owner.query(text, values) },
    supervise: false,
    migrate: true,
  });
  await boss.start();
  for (const name of jobNames) await boss.createQueue(name, { name, ...queueSettings[name] });
  for (const { name, cron } of schedule) await boss.schedule(name, cron, {}, { tz: 'UTC' });
  await boss.stop({ graceful: false, wait: true, close: false });
  await owner.query('GRANT USAGE ON SCHEMA pgboss TO portal_app');
  await owner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO portal_app');
}
