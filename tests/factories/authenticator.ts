import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');

type Asked = { challenge: string; rpId?: string; rp?: { id: string } };

/** How often a passkey was used, as most devices count it; those that keep passkeys in step between each other say 0. */
function counting(): () => number {
  let count = 0;
  return () => ++count;
}

/**
 * A passkey in memory, as a browser at `origin` uses it. It is asked with the options of a page as JSON, and gives the JSON
 * that the browser posts. `rpId` is what the page's site is, where it is not what it asks for. `counter`: what it says next of
 * how often it was used.
 */
export function makeAuthenticator(counter: () => number = counting()) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);

  const dataOf = (rpId: string, attested: Uint8Array | null): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter());
    const flags = 0x05 | (attested ? 0x40 : 0);
    return Buffer.concat([sha256(rpId), Buffer.of(flags), count, attested ?? Buffer.alloc(0)]);
  };
  const clientData = (type: string, { challenge }: Asked, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  return {
    create: (options: string, origin: string): string => {
      const asked = JSON.parse(options) as Asked;
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x, 'base64url')],
          [-3, Buffer.from(y, 'base64url')],
        ]),
      );
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.of(0, id.length), id, key]);
      const authData = dataOf(asked.rp?.id ?? '', attested);
      const attestation = isoCBOR.encode(
        new Map<string, string | Uint8Array | Map<string, never>>([
          ['fmt', 'none'],
          ['attStmt', new Map<string, never>()],
          ['authData', authData],
        ]),
      );
      return JSON.stringify({
        id: base64url(id),
        rawId: base64url(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', asked, origin)),
          attestationObject: base64url(attestation),
          transports: [],
        },
      });
    },
    get: (options: string, origin: string): string => {
      const asked = JSON.parse(options) as Asked;
      const authData = dataOf(asked.rpId ?? '', null);
      const client = clientData('webauthn.get', asked, origin);
      const signature = createSign('sha256')
        .update(Buffer.concat([authData, sha256(client)]))
        .sign(privateKey);
      return JSON.stringify({
        id: base64url(id),
        rawId: base64url(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(authData),
          signature: base64url(signature),
        },
      });
    },
  };
}
