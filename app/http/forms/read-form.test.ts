import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { readForm, type FieldNames, type FormLimits } from './read-form.ts';

const urlencoded = 'application/x-www-form-urlencoded';

const post = (body: BodyInit | null, headers: Record<string, string> = { 'content-type': urlencoded }) =>
  new Request('http://localhost/form', { method: 'POST', body, headers, ...{ duplex: 'half' } });

const read = (body: string, names: FieldNames, limits?: Partial<FormLimits>) =>
  readForm(post(body), names, limits);

const statusOf = async (request: Request, names: FieldNames = ['a'], limits?: Partial<FormLimits>) => {
  try {
    await readForm(request, names, limits);
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
    expect(form.get('place')).toBe('Nowhere Street, B11');
    expect(form.get('note')).toBe('é🚐');
    expect(form.get('absent')).toBe('');
    expect([form.has('empty'), form.has('absent')]).toEqual([true, false]);
    expect(form.toRecord()).toEqual({ place: 'Nowhere Street, B11', note: 'é🚐', empty: '' });
  });

  test('any text survives the browser’s encoding', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const form = await read(new URLSearchParams({ a: text }).toString(), ['a']);
        expect(form.get('a')).toBe(text.replaceAll('\0', '').replace(/\r\n?/g, '\n'));
      }),
    );
  });

  test('only a name declared for several values has several', async () => {
    const form = await read('kind=a&kind=b&once=first&once=second', { one: ['once'], many: ['kind'] });
    expect(form.all('kind')).toEqual(['a', 'b']);
    expect(form.get('kind')).toBe('a');
    expect(form.all('once')).toEqual(['first']);
    expect(form.toRecord()).toEqual({ kind: ['a', 'b'], once: 'first' });
  });

  test('an array that was given out is a copy', async () => {
    const form = await read('kind=a', { many: ['kind'] });
    form.all('kind').push('forged');
    expect(form.all('kind')).toEqual(['a']);
  });

  test('a list has its own fields, up to its maximum', async () => {
    const body =
      'people[0].name=A&people%5B1%5D.sign=x&people[1].sign=y&people[2].name=over&people[0].other=z&places[0].name=q';
    const form = await read(body, { lists: { people: { max: 2, one: ['name'], many: ['sign'] } } });
    expect(form.toRecord()).toEqual({ 'people[0].name': 'A', 'people[1].sign': ['x', 'y'] });
  });

  test('an empty body is an empty form', async () => {
    expect((await readForm(post(null), ['a'])).toRecord()).toEqual({});
    expect((await read('&&&=&', ['a'])).toRecord()).toEqual({});
  });

  test('the character set may be stated', async () => {
    const form = await readForm(
      post('a=1', { 'content-type': `${urlencoded.toUpperCase()}; charset=UTF-8` }),
      ['a'],
    );
    expect(form.get('a')).toBe('1');
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
    const form = await read(body, { one: ['a'], lists: { people: { max: 9999, one: ['name'] } } });
    expect(form.toRecord()).toEqual({});
  });

  test('NUL characters are dropped, other text stays', async () => {
    expect((await read('a=be%00fore', ['a'])).get('a')).toBe('before');
  });

  test('bytes that are no UTF-8, half a surrogate among them, become the replacement character', async () => {
    const form = await read('a=x%ED%A0%80y&b=%FF', ['a', 'b']);
    expect(form.get('a')).toMatch(/^x\uFFFD+y$/);
    expect(form.get('b')).toBe('\uFFFD');
    const raw = await readForm(post(new Uint8Array([97, 61, 0xff, 122])), ['a']);
    expect(raw.get('a')).toBe('\uFFFDz');
  });

  test('line breaks are single', async () => {
    expect((await read('a=1%0D%0A2%0D3%0A4', ['a'])).get('a')).toBe('1\n2\n3\n4');
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
    expect(await statusOf(post(body), ['a'], { bytes: 10_240 })).toBe(413);
    expect(state.pulled).toBeLessThanOrEqual(13);
    expect(state.cancelled).toBe(true);
  });

  test('a length that is a lie does not help', async () => {
    const headers = { 'content-type': urlencoded, 'content-length': '3' };
    expect(await statusOf(post(`a=${'x'.repeat(300_000)}`, headers))).toBe(413);
  });

  test('exactly the limit is allowed', async () => {
    expect(await statusOf(post('a=12345678'), ['a'], { bytes: 10 })).toBe(200);
    expect(await statusOf(post('a=123456789'), ['a'], { bytes: 10 })).toBe(413);
  });

  test('a hundred thousand fields', async () => {
    expect(await statusOf(post('a&'.repeat(100_000)))).toBe(413);
    expect(await statusOf(post('&'.repeat(100_000)))).toBe(413);
  });

  test('exactly the number of fields is allowed', async () => {
    expect(await statusOf(post('a=1&b=2&c=3'), ['a'], { fields: 3 })).toBe(200);
    expect(await statusOf(post('a=1&b=2&c=3&d=4'), ['a'], { fields: 3 })).toBe(413);
  });
});

test('a body read before is a defect and is told as one', async () => {
  const request = post('a=1');
  await request.text();
  await expect(readForm(request, ['a'])).rejects.toThrow('read before');
});
