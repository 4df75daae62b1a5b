import { describe, expect, it } from 'vitest';
import { refusedRequest as refused } from './refuse-request.ts';

const refusedRequest = (request: Request, portal = 'https://portal.example') => refused(request, portal);
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
      const answer = refusedRequest(new Request(`https://portal.example${path}`, { method }));
      expect(answer?.status, path).toBe(404);
    }
  });

  it.each(['https://other.example/', 'https://portal.example.other.example/', 'http://127.0.0.1/sign-in'])(
    'knows no other name: %s',
    (other) => {
      expect(refusedRequest(new Request(other))?.status).toBe(400);
    },
  );

  it('answers for its health by any name, and as demonstration by every name of the machine itself', () => {
    expect(refusedRequest(new Request('http://10.0.0.7:3000/health/ready'))).toBeNull();
    const own = new Request('http://127.0.0.1:3000/sign-in');
    expect(refusedRequest(own, 'http://localhost:3000')).toBeNull();
    expect(refusedRequest(new Request('http://other.example/sign-in'), 'http://localhost:3000')?.status).toBe(
      400,
    );
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
    const answer = refusedRequest(
      new Request(address, { method, headers: { origin: 'https://portal.example' } }),
    );
    expect(answer?.status).toBe(405);
    expect(answer?.headers.get('allow')).toBe('GET, HEAD, POST');
  });
});
