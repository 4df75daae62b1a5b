import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { brokenHeic, heic, heicThatSays, photograph } from '#tests/factories/files.ts';
import { drawHeic } from './draw-heic.ts';

describe('a photo of an iPhone', () => {
  it('is drawn anew as JPG with nothing of its metadata', async () => {
    const original = heic();
    expect(original.includes('Invented Artist')).toBe(true);
    const copy = (await drawHeic(original))!;
    const { format, width, height, exif, icc, xmp } = await sharp(copy).metadata();
    expect({ format, width, height, exif, icc, xmp }).toEqual({ format: 'jpeg', width: 64, height: 48 });
    expect(copy.includes('Invented')).toBe(false);
    const { channels } = await sharp(copy).stats();
    for (const [at, wanted] of [200, 30, 90].entries())
      expect(Math.abs(channels[at]!.mean - wanted)).toBeLessThan(4);
  });

  it('takes nothing with it where it is none, is broken, or says that it is huge: the next one is drawn', async () => {
    const hostile = [await photograph(), brokenHeic(), heicThatSays(30_000, 30_000)];
    const [drawn, ...others] = await Promise.all([heic(), ...hostile].map((bytes) => drawHeic(bytes)));
    expect(others).toEqual(hostile.map(() => null));
    expect(drawn).not.toBeNull();
  });

  it('is given up when it takes too long', async () => {
    expect(await drawHeic(heic(), 1)).toBeNull();
  });
});
