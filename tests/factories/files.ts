import { crc32, deflateRawSync } from 'node:zlib';
import sharp from 'sharp';

/** What a telephone writes into a picture. The place is in the sea, the names are invented. */
const metadata = {
  IFD0: { Make: 'Invented Phones', Model: 'Model Zero', Artist: 'Invented Artist', Software: 'Invented 1.0' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '50/1 1/1 2/1',
    GPSLongitudeRef: 'W',
    GPSLongitude: '0/1 3/1 4/1',
  },
};

/** A picture of a few coloured points, with its place in it. */
export function photograph(
  options: { format?: 'jpeg' | 'png'; width?: number; height?: number; orientation?: number } = {},
): Promise<Buffer> {
  const { format = 'jpeg', width = 64, height = 48, orientation } = options;
  const picture = sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 90 } } })
    .withMetadata(orientation === undefined ? {} : { orientation })
    .withExifMerge(metadata);
  return (format === 'jpeg' ? picture.jpeg() : picture.png()).toBuffer();
}

/** The same picture of 64 by 48 points as an iPhone keeps it (HEVC), with the same words and place in it. */
export const heic = (): Buffer =>
  Buffer.from(
    [
      'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAbttZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA',
      'ADRpbG9jAAAAAERAAAIAAQAAAAAB3wABAAAAAAAAAB0AAgAAAAAB/AABAAAAAAAAAZQAAAA4aWluZgAAAAAAAgAAABVpbmZlAgAA',
      'AAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA+mlwcnAAAADaaXBjbwAAAHNodmNDAQNwAAAA',
      'kAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAnQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq',
      '5Ka5sCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAA',
      'AEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAABpp',
      'cmVmAAAAAAAAAA5jZHNjAAIAAQABAAABuW1kYXQAAAAZKAGvCeA5IyS///jSf3rf5D9gpatWOp3PwAAAAABJSSoACAAAAAsADwEC',
      'ABAAAADMAAAAEAECAAsAAADAAAAAEgEDAAEAAAABAAAAGgEFAAEAAACSAAAAGwEFAAEAAACaAAAAKAEDAAEAAAACAAAAMQECAA0A',
      'AACiAAAAOwECABAAAACwAAAAEwIDAAEAAAABAAAAaYcEAAEAAADcAAAAJYgEAAEAAAAqAQAAAAAAADhjAADoAwAAOGMAAOgDAABJ',
      'bnZlbnRlZCAxLjAAAEludmVudGVkIEFydGlzdABNb2RlbCBaZXJvAABJbnZlbnRlZCBQaG9uZXMABgAAkAcABAAAADAyMTABkQcA',
      'BAAAAAECAwAAoAcABAAAADAxMDABoAMAAQAAAP//AAACoAQAAQAAAEAAAAADoAQAAQAAADAAAAAAAAAABAABAAIAAgAAAE4AAAAC',
      'AAUAAwAAAHgBAAADAAIAAgAAAFcAAAAEAAUAAwAAAGABAAAAAAAAAAAAAAEAAAADAAAAAQAAAAQAAAABAAAAMgAAAAEAAAABAAAA',
      'AQAAAAIAAAABAAAA',
    ].join(''),
    'base64',
  );

/** The same with nothing that decodes in it. */
export function brokenHeic(): Buffer {
  const bytes = heic();
  return bytes.fill(255, bytes.indexOf('mdat') + 4);
}

/** The same with a size in it that it does not have (ISO/IEC 23008-12, 6.5.3). */
export function heicThatSays(width: number, height: number): Buffer {
  const bytes = heic();
  const at = bytes.indexOf('ispe') + 8;
  bytes.writeUInt32BE(width, at);
  bytes.writeUInt32BE(height, at + 4);
  return bytes;
}

/** A minimal PDF of one empty page; with `encrypted`, one that says it needs a password. */
export function pdf({ encrypted = false } = {}): Buffer {
  const trailer = encrypted ? '<< /Root 1 0 R /Size 4 /Encrypt 5 0 R >>' : '<< /Root 1 0 R /Size 4 >>';
  return Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
      '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
      '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >> endobj',
      `trailer ${trailer}`,
      '%%EOF\n',
    ].join('\n'),
  );
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A Word document. `mainType` stands in its list of contents; `padding` makes that list unfold to so many bytes. */
export function docx({ mainType = `${word}.document.main+xml`, padding = 0 } = {}): Buffer {
  const contents = `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${mainType}"/>${' '.repeat(padding)}</Types>`;
  return zip([
    ['[Content_Types].xml', Buffer.from(contents)],
    ['word/document.xml', Buffer.from('<w:document>A white van.</w:document>')],
  ]);
}

/** A zip file of these entries (APPNOTE.TXT 4.3), deflated. */
export function zip(entries: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(content), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(content.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(offset, 42);
    local.push(head, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    offset += head.length + name.length + packed.length;
  }
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...central, end]);
}
