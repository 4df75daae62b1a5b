import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import { postedValues } from './form-fields.ts';
import { readPairs, typedText, type FormLimits } from './read-form.ts';

const urlencoded = 'application/x-www-form-urlencoded';

const post = (body: BodyInit | null, headers: Record<string, string> = { 'content-type': urlencoded }) =>
  new Request('http://localhost/form', { method: 'POST', body, headers, ...{ duplex: 'half' } });

const read = async (from: string | Request, one: readonly string[], many: readonly string[] = []) =>
  postedValues(await readPairs(typeof from === 'string' ? post(from) : from), { one, many });

const statusOf = async (request: Request, limits?: Partial<FormLimits>) => {
  try {
    await readPairs(request, limits);
    return 200;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
};

/** A body that counts how much of it was asked for. */
const endless = () => {
  const state = { pulled: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      state.pulled += 1;
      controller.enqueue(new Uint8Array(1024).fill(97));
    },
    cancel: () => {
      state.cancelled = true;
    },
  });
  return { body, state };
};

describe('what a page asked for', () => {
  test('comes out as it was typed', async () => {
    const form = await read('place=Nowhere+Street%2C+B11&note=%C3%A9%F0%9F%9A%90&empty=', [
      'place',
      'note',
      'empty',
      'absent',
    ]);
    expect(form).toEqual({ place: 'Nowhere Street, B11', note: 'é🚐', empty: '' });
  });

  test('any text survives the browser’s encoding', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const form = await read(new URLSearchParams({ a: text }).toString(), ['a']);
        expect(form['a']).toBe(text.replaceAll('\0', '').replace(/\r\n?/g, '\n'));
      }),
    );
  });

  test('only a name declared for several values has several', async () => {
    const form = await read('kind=a&kind=b&once=first&once=second', ['once'], ['kind']);
    expect(form).toEqual({ kind: ['a', 'b'], once: 'first' });
  });

  test('an empty body is an empty form', async () => {
    expect(await readPairs(post(null))).toEqual([]);
    expect(await read('&&&=&', ['a'])).toEqual({});
  });

  test('the character set may be stated', async () => {
    const stated = { 'content-type': `${urlencoded.toUpperCase()}; charset=UTF-8` };
    const form = await read(post('a=1', stated), ['a']);
    expect(form['a']).toBe('1');
  });
});

describe('what nobody asked for', () => {
  test.each([
    'x[999999999]=1',
    'people[999999999].name=1',
    'people[-1].name=1',
    'people[00].name=1',
    'people[1e3].name=1',
    'people[0][1].name=1',
    'people[0].name.first=1',
    'people[].name=1',
    '__proto__=1',
    '__proto__[0].name=1',
    'constructor=1',
    'constructor.prototype.polluted=1',
    '?a=1',
    'a%00=1',
    `${'['.repeat(5000)}=1`,
  ])('%s is dropped', async (body) => {
    const form = await read(body, ['a'], ['people']);
    expect(form).toEqual({});
  });

  test('NUL characters are dropped, other text stays', async () => {
    expect((await read('a=be%00fore', ['a']))['a']).toBe('before');
  });

  test('bytes that are no UTF-8, half a surrogate among them, become the replacement character', async () => {
    const form = await read('a=x%ED%A0%80y&b=%FF', ['a', 'b']);
    expect(form['a']).toMatch(/^x\uFFFD+y$/);
    expect(form['b']).toBe('\uFFFD');
    const raw = await read(post(new Uint8Array([97, 61, 0xff, 122])), ['a']);
    expect(raw['a']).toBe('\uFFFDz');
  });

  test('line breaks are single', async () => {
    expect((await read('a=1%0D%0A2%0D3%0A4', ['a']))['a']).toBe('1\n2\n3\n4');
  });
});

describe('what is no form: 400', () => {
  test.each([
    ['no content type', {}],
    ['an empty content type', { 'content-type': '' }],
    ['JSON', { 'content-type': 'application/json' }],
    ['plain text', { 'content-type': 'text/plain' }],
    ['a type that only begins like a form', { 'content-type': `${urlencoded}-x` }],
    ['another character set', { 'content-type': `${urlencoded}; charset=utf-7` }],
    ['a compressed body', { 'content-type': urlencoded, 'content-encoding': 'gzip' }],
    ['multipart', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['multipart without a boundary', { 'content-type': 'multipart/form-data' }],
  ])('%s', async (_what, headers) => {
    const body = new TextEncoder().encode('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\0garbage');
    expect(await statusOf(post(body, headers))).toBe(400);
  });

  test.each(['a=%', 'a=%2', 'a=%zz', '%=1', 'a=100%', 'a=%E0%4'])(
    'malformed percent encoding: %s',
    async (body) => {
      expect(await statusOf(post(body))).toBe(400);
    },
  );

  test('a sender that breaks off', async () => {
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error('connection reset')),
    });
    expect(await statusOf(post(body))).toBe(400);
  });
});

describe('what is too large: 413', () => {
  test('a stated length over the limit is refused before anything is read', async () => {
    const { body, state } = endless();
    const before = state.pulled;
    const headers = { 'content-type': urlencoded, 'content-length': '262145' };
    expect(await statusOf(post(body, headers))).toBe(413);
    expect(state.pulled).toBeLessThanOrEqual(before + 1);
  });

  test('an endless body is read up to the limit and then let go', async () => {
    const { body, state } = endless();
    expect(await statusOf(post(body), { bytes: 10_240 })).toBe(413);
    expect(state.pulled).toBeLessThanOrEqual(13);
    expect(state.cancelled).toBe(true);
  });

  test('a length that is a lie does not help', async () => {
    const headers = { 'content-type': urlencoded, 'content-length': '3' };
    expect(await statusOf(post(`a=${'x'.repeat(300_000)}`, headers))).toBe(413);
  });

  test('exactly the limit is allowed', async () => {
    expect(await statusOf(post('a=12345678'), { bytes: 10 })).toBe(200);
    expect(await statusOf(post('a=123456789'), { bytes: 10 })).toBe(413);
  });

  test('a hundred thousand fields', async () => {
    expect(await statusOf(post('a&'.repeat(100_000)))).toBe(413);
    expect(await statusOf(post('&'.repeat(100_000)))).toBe(413);
  });

  test('exactly the number of fields is allowed', async () => {
    expect(await statusOf(post('a=1&b=2&c=3'), { fields: 3 })).toBe(200);
    expect(await statusOf(post('a=1&b=2&c=3&d=4'), { fields: 3 })).toBe(413);
  });
});

test('a body read before is a defect and is told as one', async () => {
  const request = post('a=1');
  await request.text();
  await expect(readPairs(request)).rejects.toThrow('read before');
});

describe('typed text', () => {
  it('cannot turn the direction of what follows, nor divide words unseen', () => {
    expect(typedText('Anna \u202egnirB\u202c a\u2066b\u2069c')).toBe('Anna gnirB abc');
    expect(typedText('Zeb\u200bed\u2060ee\ufeff\0')).toBe('Zebedee');
  });

  it('keeps what scripts need, and has one kind of line break', () => {
    const joined = 'می\u200cخواهم क्\u200dष \u200fעברית\u200e';
    expect(typedText(joined)).toBe(joined);
    expect(typedText('one\r\ntwo\rthree')).toBe('one\ntwo\nthree');
  });
});
