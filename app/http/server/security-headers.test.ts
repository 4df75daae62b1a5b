import { describe, expect, test } from 'vitest';
import { clearSiteData, securityHeaders } from './security-headers.ts';

const nonce = 'abcdefghijklmnopqrstuv';
const page = { nonce, https: true, noStore: true };
const headersOf = (options: Parameters<typeof securityHeaders>[0]) => new Headers(securityHeaders(options));

const policyOf = (options: Parameters<typeof securityHeaders>[0]) =>
  new Map(
    (headersOf(options).get('content-security-policy') ?? '').split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );

describe('the content security policy', () => {
  test('allows the portal itself and nothing else', () => {
    const policy = policyOf(page);
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe(`'self' 'nonce-${nonce}'`);
    for (const name of ['style-src', 'img-src', 'font-src', 'connect-src', 'form-action']) {
      expect(policy.get(name)).toBe("'self'");
    }
    for (const name of ['base-uri', 'frame-ancestors', 'object-src', 'script-src-attr']) {
      expect(policy.get(name)).toBe("'none'");
    }
  });

  test('has no source that lets a foreign or inline script in', () => {
    const text = headersOf(page).get('content-security-policy') ?? '';
    expect(text).not.toMatch(/unsafe|https?:|data:|blob:|\*/);
  });

  test('a page without inline scripts has no nonce', () => {
    expect(policyOf({ ...page, nonce: null }).get('script-src')).toBe("'self'");
  });

  test.each(['', 'short', "x' 'unsafe-inline", "abcdefghijklmnop'; script-src *"])(
    'refuses %j as a nonce',
    (bad) => {
      expect(() => securityHeaders({ ...page, nonce: bad })).toThrow('nonce');
    },
  );
});

test('HSTS only over TLS', () => {
  expect(headersOf(page).get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
  expect(headersOf({ ...page, https: false }).has('strict-transport-security')).toBe(false);
});

test('pages are not stored, assets may be', () => {
  expect(headersOf(page).get('cache-control')).toBe('no-store');
  expect(headersOf({ ...page, noStore: false }).has('cache-control')).toBe(false);
});

test('the referrer goes to the portal only, and plain forms keep their origin', () => {
  expect(headersOf(page).get('referrer-policy')).toBe('same-origin');
});

test('the page is alone: no frame, no opener, no sniffing, no device', () => {
  const headers = headersOf(page);
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('permissions-policy')).toContain('geolocation=()');
  expect(headers.get('permissions-policy')).toContain('camera=()');
});

test('no header is named twice, and all are accepted by the platform', () => {
  const entries = securityHeaders(page);
  expect(new Set(entries.map(([name]) => name.toLowerCase())).size).toBe(entries.length);
  expect(new Headers([clearSiteData]).get('clear-site-data')).toBe('"cache", "cookies", "storage"');
});
