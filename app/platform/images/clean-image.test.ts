import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { photograph } from '#tests/factories/files.ts';
import { cleanImage } from './clean-image.ts';

const traces = ['Invented', 'GPS', 'Exif', 'Photoshop', 'http://ns.adobe.com'];

async function factsOf(bytes: Buffer) {
  const { format, width, height, exif, icc, xmp, iptc, orientation, density } = await sharp(bytes).metadata();
  return {
    format,
    width,
    height,
    hidden: [exif, icc, xmp, iptc].some((part) => part !== undefined),
    orientation,
    density,
  };
}

describe('a picture drawn anew', () => {
  it.each(['jpeg', 'png'] as const)('has nothing of what the telephone wrote into the %s', async (format) => {
    const original = await photograph({ format });
    expect((await factsOf(original)).hidden).toBe(true);
    expect(original.includes('Invented Artist')).toBe(true);
    const copy = (await cleanImage(original, format === 'jpeg' ? 'jpg' : 'png'))!;
    expect(await factsOf(copy)).toMatchObject({
      format,
      width: 64,
      height: 48,
      hidden: false,
      orientation: undefined,
    });
    for (const trace of traces) expect(copy.includes(trace), trace).toBe(false);
  });

  it('stands upright without its mark of how it was held', async () => {
    const copy = (await cleanImage(await photograph({ orientation: 6 }), 'jpg'))!;
    expect(await factsOf(copy)).toMatchObject({ width: 48, height: 64 });
  });

  it('has nothing of what hung behind the end of the picture', async () => {
    const original = Buffer.concat([
      await photograph(),
      Buffer.from('PK\u0003\u0004 an archive behind the picture'),
    ]);
    expect((await cleanImage(original, 'jpg'))!.includes('archive')).toBe(false);
  });

  it('looks the same', async () => {
    const copy = (await cleanImage(await photograph(), 'jpg'))!;
    const { channels } = await sharp(copy).stats();
    const means = channels.map(({ mean }) => Math.round(mean));
    for (const [at, wanted] of [200, 30, 90].entries()) expect(Math.abs(means[at]! - wanted)).toBeLessThan(4);
  });
});

describe('what is not drawn', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    [
      'a beginning of a picture and then rubbish',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5000, 7)]),
    ],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>')],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500, 1)])],
  ])('%s', async (_what, bytes) => {
    expect(await cleanImage(bytes, 'jpg')).toBeNull();
  });

  it('a picture that breaks off', async () => {
    const original = await photograph({ width: 600, height: 600 });
    expect(await cleanImage(original.subarray(0, original.length / 2), 'jpg')).toBeNull();
  });

  it('a small file that unfolds into more points than a telephone takes', async () => {
    const bomb = await photograph({ format: 'png', width: 9000, height: 9000 });
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await cleanImage(bomb, 'png')).toBeNull();
  });

  it('formats that were not asked for, even good ones', async () => {
    const webp = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .webp()
      .toBuffer();
    expect(await cleanImage(webp, 'jpg')).toBeNull();
  });
});
