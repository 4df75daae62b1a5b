import type { Id } from '#app/platform/db/id.ts';
import { everyReporter } from '../factories/ctx.ts';
import { sendDraft } from '../factories/submitted.ts';
import { writtenDraft } from '../factories/written-draft.ts';
import { open } from '../bench/measure.ts';

/**
 * `npm run faults:senders -- 200`: so many reports are sent in one moment, on the embedded database or on the server of
 * BENCH_DATABASE_URL. Who is not answered, who twice, and how long did the last one wait?
 */
const count = Number(process.argv[2] ?? 200);
const database = await open();
const reporters = await everyReporter(database);
const drafts: { reporter: (typeof reporters)[number]; draftId: Id<'Draft'> }[] = [];
for (let each = 0; each < count; each += 1) {
  const reporter = reporters[each % reporters.length]!;
  drafts.push({ reporter, draftId: await writtenDraft(reporter) });
}

const began = performance.now();
const before = process.cpuUsage();
const times: number[] = [];
const refusals: string[] = [];
const sent = await Promise.all(
  drafts.map(async ({ reporter, draftId }) => {
    try {
      return await sendDraft(reporter, draftId);
    } catch (failure) {
      refusals.push(failure instanceof Error ? failure.message : String(failure));
      return null;
    } finally {
      times.push(performance.now() - began);
    }
  }),
);
const receipts = sent.filter((id) => id !== null);
const kept = await database.db.submission.count({ where: { id: { in: receipts } } });
const { user, system } = process.cpuUsage(before);
times.sort((one, other) => one - other);
console.log(
  `${database.kind}: ${count} sent at once, ${receipts.length} receipts (${new Set(receipts).size} different, ${kept} kept), ` +
    `half after ${((times[count >> 1] ?? 0) / 1000).toFixed(1)} s, the last after ${((times.at(-1) ?? 0) / 1000).toFixed(1)} s, ` +
    `this process at work for ${((user + system) / 1e6).toFixed(1)} s of them`,
);
for (const words of new Set(refusals))
  console.log(`  ${refusals.filter((each) => each === words).length} x ${words}`);
await database.close();
if (kept < count) process.exitCode = 1;
