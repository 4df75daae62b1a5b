import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withUpload } from './read-upload.ts';
import { sharedSlots, slots } from '#app/platform/slots.ts';

const many = slots(6, 60);
const limits = { file: 'file', fields: 1, files: 2, bytes: 1000 };
const boundary = 'portal-boundary';

function request(
  content: Uint8Array | string | ReadableStream<Uint8Array>,
  type = `multipart/form-data; boundary=${boundary}`,
  headers: Record<string, string> = {},
) {
  return new Request('http://portal.example/upload', {
    method: 'POST',
    body: content as BodyInit,
    headers: { 'content-type': type, ...headers },
    duplex: 'half',
  } as RequestInit);
}

type Part = { name: string; value: string | Uint8Array; fileName?: string };

function body(parts: Part[]): Buffer {
  const written = parts.flatMap(({ name, value, fileName }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: application/octet-stream`}\r\n\r\n`,
    ),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...written, Buffer.from(`--${boundary}--\r\n`)]);
}

/** What was read, with each file as it was handed over. */
const read = async (from: Request) => {
  const files: File[] = [];
  const upload = await withUpload(from, limits, (file) => Promise.resolve(void files.push(file)), many);
  return { ...upload, files };
};
const statusOf = async (work: Promise<unknown>) => {
  const failure: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(failure instanceof Response)) throw failure ?? new Error('It was read');
  return failure.status;
};
const fileOf = ({ files: [file, more] }: { files: File[] }) => {
  if (file === undefined || more !== undefined) throw new Error('Not one file');
  return file;
};

describe('a form with a file', () => {
  it('gives the file with its name, and what was typed beside it', async () => {
    const upload = await read(
      request(
        body([
          { name: 'description', value: 'two\r\nlines\0' },
          { name: 'file', value: 'content', fileName: '../van.jpg' },
        ]),
      ),
    );
    expect(upload.pairs).toEqual([['description', 'two\nlines']]);
    expect(fileOf(upload).name).toBe('../van.jpg');
    expect(await fileOf(upload).text()).toBe('content');
  });

  it('is read as browsers write it', async () => {
    const posted = new FormData();
    posted.set('description', 'Zdjęcie');
    posted.set('file', new File(['content'], 'zdjęcie "1".jpg'));
    const upload = await read(new Request('http://portal.example/upload', { method: 'POST', body: posted }));
    expect(upload.pairs).toEqual([['description', 'Zdjęcie']]);
    expect(fileOf(upload).size).toBe(7);
  });

  it.each([
    ['sent without a file', [{ name: 'file', value: '', fileName: '' }]],
    ['without the field', [{ name: 'description', value: 'x' }]],
    ['with a text where the file should be', [{ name: 'file', value: 'text' }]],
    ['with a file by another name', [{ name: 'other', value: 'x', fileName: 'x.txt' }]],
  ])('%s has none', async (_what, parts) => {
    expect(await read(request(body(parts)))).toMatchObject({ files: [], chosen: 0, cut: null });
  });

  it('keeps an empty file apart from none', async () => {
    expect(fileOf(await read(request(body([{ name: 'file', value: '', fileName: 'a.txt' }])))).size).toBe(0);
  });
});

describe('a form with several files', () => {
  const two = [
    { name: 'description', value: 'both' },
    { name: 'file', value: 'one', fileName: 'a.txt' },
    { name: 'file', value: 'two', fileName: 'b.txt' },
  ];

  it('hands each over before the next is read, with what was typed before it', async () => {
    const seen: unknown[] = [];
    await withUpload(
      request(body(two)),
      limits,
      async (file, pairs) => {
        seen.push([file.name, await file.text(), pairs]);
      },
      many,
    );
    const typed = [['description', 'both']];
    expect(seen).toEqual([
      ['a.txt', 'one', typed],
      ['b.txt', 'two', typed],
    ]);
  });

  it('has handed over what came through before the sender broke off, or one was too large', async () => {
    const taken: string[] = [];
    const take = (file: File) => Promise.resolve(void taken.push(file.name));
    expect(await statusOf(withUpload(request(body(two).subarray(0, -40)), limits, take, many))).toBe(400);
    const large = [...two.slice(0, 2), { name: 'file', value: Buffer.alloc(1001), fileName: 'c.txt' }];
    expect(await withUpload(request(body(large)), limits, take, many)).toMatchObject({ cut: 'too_large' });
    expect(taken).toEqual(['a.txt', 'a.txt']);
  });
});

describe('a file that is too large', () => {
  it.each([
    ['by one byte', 1001],
    ['by far', 100_000],
  ])('%s is told as such', async (_what, size) => {
    const upload = await read(request(body([{ name: 'file', value: Buffer.alloc(size), fileName: 'a' }])));
    expect(upload.cut).toBe('too_large');
  });

  it('of exactly the size is taken', async () => {
    const upload = await read(request(body([{ name: 'file', value: Buffer.alloc(1000), fileName: 'a' }])));
    expect(fileOf(upload).size).toBe(1000);
  });

  it('is read to its end and thrown away, but not without end', async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (given === 0)
          controller.enqueue(body([{ name: 'file', value: 'begin', fileName: 'a' }]).subarray(0, -23));
        given += 500;
        controller.enqueue(Buffer.alloc(500));
      },
    });
    const upload = await read(request(endless));
    expect(upload.cut).toBe('too_large');
    expect(given).toBeGreaterThan(3500);
    expect(given).toBeLessThan(8000);
  });
});

describe('what is no such form', () => {
  it.each([
    ['a plain form', 'a=b', 'application/x-www-form-urlencoded'],
    ['JSON', '{}', 'application/json'],
    ['no boundary', 'x', 'multipart/form-data'],
    ['an endless boundary', 'x', `multipart/form-data; boundary=${'x'.repeat(71)}`],
    ['another kind of parts', 'x', `multipart/mixed; boundary=${boundary}`],
  ])('%s is 400', async (_what, content, type) => {
    expect(await statusOf(read(request(content, type)))).toBe(400);
  });

  it.each([
    ['nothing', ''],
    ['rubbish', 'rubbish'],
    ['a form that breaks off', body([{ name: 'file', value: 'x', fileName: 'a' }]).subarray(0, -8)],
    ['too many files', body(Array.from({ length: 4 }, () => ({ name: 'file', value: 'x', fileName: 'a' })))],
    ['too many fields', body(Array.from({ length: 9 }, () => ({ name: 'description', value: 'x' })))],
    ['an endless header', body([{ name: 'x'.repeat(20_000), value: 'x', fileName: 'a' }])],
  ])('%s is 400', async (_what, content) => {
    expect(await statusOf(read(request(content)))).toBe(400);
  });

  it('packed content is 400', async () => {
    expect(await statusOf(read(request(body([]), undefined, { 'content-encoding': 'gzip' })))).toBe(400);
  });

  it('a sender that breaks off is 400', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('connection lost'));
      },
    });
    expect(await statusOf(read(request(broken)))).toBe(400);
  });

  it('anything at all is a form, 400 or nothing worse', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, framed) => {
        const content = framed ? Buffer.concat([Buffer.from(`--${boundary}\r\n`), bytes, body([])]) : bytes;
        const status = await read(request(content)).then(
          () => 200,
          (failure: unknown) => (failure instanceof Response ? failure.status : String(failure)),
        );
        expect([200, 400]).toContain(status);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a sender who falls silent', () => {
  const begun = body([{ name: 'file', value: 'x'.repeat(500), fileName: 'a.txt' }]).subarray(0, 300);
  const silent = () =>
    request(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(begun)) }));
  const take = () => Promise.resolve();

  it('is told so, and gives the place back', async () => {
    const one = slots(1, 0);
    for (const pace of [
      { patience: 30, rate: 1000 },
      { patience: 30, rate: 1000 },
    ])
      expect(await withUpload(silent(), limits, take, one, pace)).toMatchObject({ cut: 'slow' });
    expect(await one.enter()).not.toBeNull();
  });
});

describe('places', () => {
  const upload = () => request(body([{ name: 'file', value: 'x', fileName: 'a' }]));

  it('are not all for one owner: whoever fills theirs keeps nobody else out', async () => {
    const places = sharedSlots(3, 3, 2);
    const [first, second] = await Promise.all([places.of('a').enter(), places.of('a').enter()]);
    let third: (() => void) | null | undefined;
    const waits = places
      .of('a')
      .enter()
      .then((leave) => (third = leave));
    const other = await places.of('b').enter();
    expect([first, second, other].every((leave) => typeof leave === 'function')).toBe(true);
    expect(third).toBeUndefined();
    first?.();
    await waits;
    expect(third).toBeTypeOf('function');
    const gone = new AbortController();
    const leaves = places.of('a').enter(gone.signal);
    gone.abort();
    await expect(leaves).rejects.toThrow();
    for (const leave of [second, other, third]) leave?.();
    const again = await Promise.all(['c', 'c', 'd'].map((owner) => places.of(owner).enter()));
    expect(again).not.toContain(null);
  });

  it('are few: others wait in line, and the rest are told to come again', async () => {
    const places = slots(2, 1);
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    const seen: (string | null)[] = [];
    const one = async (name: string) => {
      const { cut } = await withUpload(
        upload(),
        limits,
        async () => {
          seen.push(name);
          await held;
        },
        places,
      );
      if (cut === 'busy') seen.push(`${name} busy`);
    };
    const first = [one('a'), one('b'), one('c')];
    await one('d');
    expect(seen).toContain('d busy');
    expect(seen).not.toContain('c');
    finish();
    await Promise.all(first);
    expect(seen).toEqual(expect.arrayContaining(['a', 'b', 'c']));
  });

  it('are given back when the work fails', async () => {
    const places = slots(1, 0);
    const fail = () => withUpload(upload(), limits, () => Promise.reject(new Error('failed')), places);
    await expect(fail()).rejects.toThrow('failed');
    await expect(fail()).rejects.toThrow('failed');
  });

  it('are never more than there are, whoever comes and goes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), async (goAway) => {
        const places = slots(3, 30);
        let inside = 0;
        let most = 0;
        await Promise.all(
          goAway.map(async (leaves) => {
            const controller = new AbortController();
            const entering = places.enter(controller.signal);
            if (leaves) controller.abort();
            const leave = await entering.catch(() => null);
            if (leave === null) return;
            inside += 1;
            most = Math.max(most, inside);
            await Promise.resolve();
            inside -= 1;
            leave();
            leave();
          }),
        );
        expect(most).toBeLessThanOrEqual(3);
        const all = await Promise.all([1, 2, 3].map(() => places.enter(new AbortController().signal)));
        expect(all.every((leave) => leave !== null)).toBe(true);
      }),
    );
  });
});
