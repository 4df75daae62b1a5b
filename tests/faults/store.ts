import { setTimeout as pause } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { fileRefusals } from '#app/domain/intake/attachments/refusals.ts';
import { minimalPosts } from '../factories/form-answers.ts';
import { fillForm } from '../factories/forms.ts';
import { writeReport } from '../factories/report-pages.ts';
import { startClamd } from '../doubles/clamd.ts';
import { startS3 } from '../doubles/s3.ts';
import type { Browser } from './browser.ts';
import { makeWay } from './way.ts';

const size = 5_000_000;

/** A store of files behind a way that is cut, and a scanner: what a portal is told of them, and what is done with them. */
export async function startStore() {
  const s3 = await startS3();
  const at = new URL(s3.settings.endpoint);
  const way = await makeWay(at.hostname, Number(at.port));
  const clamd = await startClamd();
  return {
    settings: {
      FILES_URL: `s3://${s3.settings.bucket}/${s3.settings.prefix}`,
      FILES_ENDPOINT: `http://127.0.0.1:${way.port}`,
      FILES_REGION: s3.settings.region,
      FILES_ACCESS_KEY_ID: s3.settings.accessKeyId,
      FILES_SECRET_ACCESS_KEY: s3.settings.secretAccessKey,
      CLAMD_SOCKET: clamd.path,
    },
    away: way.cut,
    awayAfter: way.cutAfter,
    back: () => way.restore(),
    /** How many objects it holds. */
    count: async () => {
      const client = new AwsClient({ ...s3.settings, service: 's3' });
      const answer = await client.fetch(`${s3.settings.endpoint}/${s3.settings.bucket}?list-type=2`);
      return (await answer.text()).split('<Key>').length - 1;
    },
    stop: async () => {
      way.close();
      await Promise.all([s3.stop(), clamd.stop()]);
    },
  };
}

type Store = Awaited<ReturnType<typeof startStore>>;

/**
 * The store goes away while somebody uploads and while an officer opens a file, and comes back: each is told so in words, the
 * report goes to the police all the same, nothing is kept in part, and all of it goes on afterwards by itself.
 */
export async function storeAway(
  address: string,
  store: Store,
  reporter: Browser,
  officer: Browser,
  expect: (holds: boolean, what: string) => void,
): Promise<void> {
  const { check } = await writeReport(reporter);
  const files = check.replace(/check$/, 'files');
  let number = 0;
  const upload = async () => {
    number += 1;
    const form = new FormData();
    form.set('description', '');
    form.set('file', new File([`${number} `.repeat(size / 2)], `notes-${number}.txt`));
    const headers = { cookie: reporter.cookie(), origin: address, accept: 'text/html' };
    const answer = await fetch(`${address}${files}`, {
      method: 'POST',
      body: form,
      headers,
      redirect: 'manual',
    });
    const text = await answer.text();
    return answer.status === 302
      ? 'kept'
      : `${answer.status}${text.includes(fileRefusals.notUploaded) ? ' with words' : ''}`;
  };
  const listed = async () => (await reporter.get(files)).text.split(/notes-\d+\.txt/).length - 1;

  expect((await upload()) === 'kept', 'the store that is there kept nothing');
  const perFile = { shown: await listed(), stored: await store.count() };
  store.away();
  const meanwhile = await upload();
  store.back();
  const during: Record<string, number> = {};
  // Cut before a byte of a file, after each of its quarters but the last, and when all of it is there and nobody is told.
  for (const moment of [0, size / 4, size / 2, (size * 3) / 4, 'asking'] as const) {
    store.awayAfter(moment);
    const answer = await upload();
    store.back();
    during[answer] = (during[answer] ?? 0) + 1;
  }
  const last = await upload();
  const kept = 2 + (during['kept'] ?? 0);
  const [shown, left] = [(await listed()) / perFile.shown, (await store.count()) / perFile.stored];
  // A job takes away what nobody was told is there.
  const began = performance.now();
  const inStore = async () => (await store.count()) / perFile.stored;
  while ((await inStore()) !== kept && performance.now() - began < 120_000) await pause(500);
  const stored = await inStore();
  console.log(
    `Store of files away: an upload was answered ${meanwhile}; cut at five moments of an upload: ${JSON.stringify(during)}; once it was back ${last}. ${kept} kept, ${shown} listed, ${left} in the store, and ${stored} after ${Math.round((performance.now() - began) / 1000)} s`,
  );
  expect(meanwhile === '422 with words', 'an upload without a store had no words');
  expect(
    Object.keys(during).every((answer) => ['kept', '422 with words'].includes(answer)),
    'an upload that was cut had no words',
  );
  expect(last === 'kept', 'nothing was kept once the store was back');
  expect(shown === kept && stored === kept, 'something was kept in part');

  store.away();
  const { location } = await fillForm(reporter, check, minimalPosts.declaration);
  const submissionId = /\/reports\/([0-9a-f-]{36})\/sent/.exec(location ?? '')?.[1] ?? '';
  expect(submissionId !== '', 'a report with files was not sent without the store');
  const page = await officer.get(`/submissions/${submissionId}`);
  const file = /\/attachments\/[0-9a-f-]{36}/.exec(page.text)?.[0] ?? '';
  const opened = await officer.get(file);
  const words = opened.text.includes('Files cannot be opened at the moment');
  store.back();
  const afterwards = await officer.get(file);
  console.log(
    `Store of files away: the report ${submissionId === '' ? 'was not' : 'was'} sent; an officer who opens a file is answered ${opened.status}${words ? ' with words' : ''}${opened.headers.has('retry-after') ? ' and Retry-After' : ''}, and ${afterwards.status} with ${afterwards.bytes.length} bytes once it is back`,
  );
  expect(opened.status === 503 && words, 'an officer was not told that the store is away');
  expect(afterwards.status === 200 && afterwards.bytes.length === size, 'a file was not whole afterwards');
}
