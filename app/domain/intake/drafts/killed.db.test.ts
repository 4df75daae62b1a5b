import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { startChild } from '#tests/factories/child-process.ts';
import { imagePath } from '#tests/factories/prepared-images.ts';
import { openDatabase } from '#app/platform/db/open-database.ts';

const images = inject('databaseImages');
const root = mkdtempSync(join(tmpdir(), 'portal-killed-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.skipIf(images === null)(
  'kill -9 while reports are being sent to the embedded database',
  { timeout: 120_000 },
  () => {
    it('loses none that was acknowledged, leaves none in half, and lets the next start go on', async () => {
      const directory = join(root, 'data');
      const child = startChild(
        'tests/doubles/submit-until-killed.ts',
        directory,
        imagePath(images!, 'filled'),
      );
      const acknowledged: string[] = [];
      for (let count = 0; count < 8; count += 1) acknowledged.push(await child.line());
      await child.kill();
      acknowledged.push(...(await child.rest()));

      const { db, close } = await openDatabase({ kind: 'embedded', directory }, 'prisma/migrations');
      const ids = (await db.submission.findMany({ select: { id: true } })).map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(acknowledged));
      // At most the one under way when it was killed was kept without its sender having heard.
      expect(ids.length - acknowledged.length).toBeLessThanOrEqual(1);

      const each = { in: ids };
      const counts = {
        contents: await db.submissionContent.count({ where: { submissionId: each } }),
        events: await db.submissionEvent.count({ where: { submissionId: each } }),
        routes: await db.submissionRoute.count({ where: { submissionId: each } }),
        places: await db.submissionPlace.count({ where: { submissionId: each } }),
        audited: await db.auditEvent.count({ where: { type: 'submission.submitted', subjectId: each } }),
      };
      expect(Object.values(counts)).toEqual(Object.keys(counts).map(() => ids.length));
      const jobs = await db.$queryRaw<{ name: string; count: number }[]>`
      SELECT name, count(DISTINCT data->>'submissionId')::int AS count FROM pgboss.job WHERE data ? 'submissionId' GROUP BY name ORDER BY name`;
      expect(jobs).toEqual([
        { name: 'send-mail', count: ids.length },
        { name: 'tell-high', count: ids.length },
      ]);
      // Of the drafts, none is left beside its submission.
      expect(await db.$queryRaw`SELECT 1 FROM draft d JOIN submission s ON s.draft_id = d.id`).toEqual([]);
      await close();
    });
  },
);
