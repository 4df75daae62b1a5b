import { describe, expect, it } from 'vitest';
import { refusedRequest } from './refuse-request.ts';

const address = 'https://portal.example/sign-out';
const posted = (headers: Record<string, string>) =>
  refusedRequest(new Request(address, { method: 'POST', headers }))?.status ?? null;

describe('refusedRequest', () => {
  it('lets pages be read from anywhere', () => {
    expect(refusedRequest(new Request(address, { headers: { origin: 'https://other.example' } }))).toBeNull();
    expect(refusedRequest(new Request(address, { method: 'HEAD' }))).toBeNull();
  });

  it.each(['/plan/%00', '/reports?before=a%00b', '/plan/%ED%A0%80', '/invitation/%zz'])(
    'refuses an address that cannot be read: %s',
    (path) => {
      expect(refusedRequest(new Request(`https://portal.example${path}`))?.status).toBe(400);
    },
  );

  it.each(['GET', 'HEAD', 'POST', 'PUT'])('knows no data of pages: %s', (method) => {
    for (const path of ['/_.data', '/queues.data', '/queues/_.data?_routes=root']) {
      const refused = refusedRequest(new Request(`https://portal.example${path}`, { method }));
      expect(refused?.status, path).toBe(404);
    }
  });

  it('takes forms of the portal’s own pages', () => {
    expect(posted({ origin: 'https://portal.example' })).toBeNull();
    expect(posted({ 'sec-fetch-site': 'same-origin' })).toBeNull();
    expect(posted({})).toBeNull();
  });

  const elsewhere: Record<string, string>[] = [
    { origin: 'https://other.example' },
    { origin: 'http://portal.example' },
    { origin: 'https://portal.example:8443' },
    { origin: 'https://portal.example.other.example' },
    { origin: 'null' },
    { origin: '' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];
  it.each(elsewhere)('refuses a form from elsewhere: %o', (headers) => {
    expect(posted(headers)).toBe(400);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('has no %s', (method) => {
    const refused = refusedRequest(
      new Request(address, { method, headers: { origin: 'https://portal.example' } }),
    );
    expect(refused?.status).toBe(405);
    expect(refused?.headers.get('allow')).toBe('GET, HEAD, POST');
  });
});
