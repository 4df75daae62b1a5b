import { expect, it } from 'vitest';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { Conflict, NotFound } from '../../kernel/failures.ts';
import { exportPlan } from '../export-plan.server.ts';
import { lineColumns, type PlanLine } from '../plan-lines.ts';
import { importPlan, previewImport } from './import-plan.server.ts';

const database = await testDatabase();
const { db } = database;
const lead = await makeCtx(database, { email: 'mds.lead@police.example' });
const contributor = await makeCtx(database, { email: 'plan.contributor@police.example' });
const { id: planId } = await db.plan.findFirstOrThrow();

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const tableOf = (lines: readonly PlanLine[]) =>
  [lineColumns, ...lines.map((line) => lineColumns.map((column) => line[column]))]
    .map((cells) => cells.map(cell).join(','))
    .join('\r\n');
const covered = (lines: readonly PlanLine[]) =>
  lines.filter(({ line }) => !['gap', 'owner', 'status', 'evidence', 'event'].includes(line));

const { lines } = await exportPlan(lead, { planId });
const next = lines.map((line) =>
  line.line === 'plan' ? { ...line, text: 'Plan 2016-17', more: '2016-04-01 to 2017-03-31' } : line,
);

it('writes nothing before it is told to, and nothing of a table with a fault', async () => {
  const before = await db.plan.count();
  const preview = await previewImport(lead, tableOf(next));
  expect(preview.faults).toEqual([]);
  expect(preview.items.map(({ change }) => change).every((change) => change === 'carried')).toBe(true);
  expect(preview.leftOut).toMatchObject({ evidence: 72 });
  expect((await previewImport(lead, tableOf(lines))).faults).toEqual([
    { line: null, column: 'more', message: 'First day must be after the plan before ends, on 31 March 2016' },
  ]);
  const faulty = next.map((line) => (line.item === 'Prepare 1' ? { ...line, item: 'Nowhere 1' } : line));
  await expect(importPlan(lead, tableOf(faulty))).rejects.toMatchObject({ kind: 'invalid' });
  await expect(previewImport(contributor, tableOf(next))).rejects.toThrow(NotFound);
  await expect(importPlan(contributor, tableOf(next))).rejects.toThrow(NotFound);
  expect(await db.plan.count()).toBe(before);
});

it('makes a draft that is saved as the same table, and goes on from the plan before', async () => {
  const imported = await importPlan(lead, tableOf(next));
  const again = await exportPlan(lead, imported);
  expect(again.lines).toEqual(covered(next));
  const items = await db.planItem.findMany({
    where: imported,
    select: { code: true, carriedFrom: { select: { code: true } } },
  });
  expect(items.filter(({ code, carriedFrom }) => carriedFrom?.code !== code)).toEqual([]);
  expect(items).toHaveLength(41);
  await expect(previewImport(lead, tableOf(next))).rejects.toThrow(Conflict);
});
