import { writeFileSync } from 'node:fs';
import libheif from 'libheif-js/wasm-bundle.js';
import sharp from 'sharp';

/** What a telephone takes at its largest (8064 by 6048). Unfolded it has four bytes a point, twice for a moment. */
const MOST_POINTS = 50_000_000;

/** The decoder's whole memory. It is WebAssembly: it reaches nothing outside this memory, and this is all it gets. Bytes. */
const MOST_MEMORY = 768 * 1024 * 1024;

type Grow = (this: WebAssembly.Memory, pages: number) => number;
const grow: Grow = Reflect.get(WebAssembly.Memory.prototype, 'grow');
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * 65_536 > MOST_MEMORY) throw new RangeError('Too large a picture');
  return grow.call(this, pages);
};

/** Where the machine runs out of memory, Linux ends this process and not the portal. */
if (process.platform === 'linux') writeFileSync('/proc/self/oom_score_adj', '1000');

/** The process that `drawHeic` starts for one photo. */
process.once('message', (bytes) => {
  void drawn(bytes as Uint8Array)
    .catch(() => null)
    .then((jpg) => process.send?.(jpg));
});

async function drawn(bytes: Uint8Array): Promise<Uint8Array | null> {
  const images = new libheif.HeifDecoder().decode(bytes);
  const image = images.find((each) => each.is_primary()) ?? images[0];
  if (image === undefined) return null;
  const [width, height] = [image.get_width(), image.get_height()];
  if (!(width > 0 && height > 0 && width * height <= MOST_POINTS)) return null;
  const points = await pointsOf(image, width, height);
  if (points === null) return null;
  return sharp(points, { raw: { width, height, channels: 4 } })
    .flatten({ background: 'white' })
    .jpeg({ quality: 90 })
    .toBuffer();
}

function pointsOf(
  image: libheif.HeifImage,
  width: number,
  height: number,
): Promise<Uint8ClampedArray | null> {
  const data = new Uint8ClampedArray(width * height * 4);
  return new Promise((done) => image.display({ data, width, height }, (shown) => done(shown?.data ?? null)));
}
