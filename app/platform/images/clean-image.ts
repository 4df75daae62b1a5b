import sharp from 'sharp';

export type ImageType = 'jpg' | 'png';

/**
 * 64 million points: above what telephones take, below what a small file that unfolds into gigabytes needs. A JPEG that
 * has to be turned upright is in memory whole, at up to four bytes a point.
 */
const MOST_POINTS = 64_000_000;
const SECONDS = 30;

// The two formats that are accepted are the only ones that the decoder opens, whatever a file says that it is.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'] });
sharp.cache(false);
sharp.concurrency(1);

/**
 * The picture drawn anew, upright, with nothing of the original's metadata: no place, time, device, author, thumbnail
 * or colour profile, and nothing hidden behind its end. Null when it is no such picture, is damaged or too large.
 */
export async function cleanImage(bytes: Uint8Array, type: ImageType): Promise<Buffer | null> {
  if (bytes.byteLength === 0) return null;
  const picture = sharp(bytes, { limitInputPixels: MOST_POINTS, failOn: 'error', animated: false })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .toColourspace('srgb');
  const drawn = type === 'jpg' ? picture.jpeg({ quality: 90 }) : picture.png();
  return drawn.toBuffer().catch(() => null);
}
