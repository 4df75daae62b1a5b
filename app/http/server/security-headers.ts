/**
 * The headers that every answer carries. Pure: the middleware makes the nonce and sets what this returns.
 */
export type SecurityHeaderOptions = {
  /** The nonce of this answer's inline scripts; null when the page has none. */
  nonce: string | null;
  /** Whether people reach the portal over TLS. Without it HSTS would be ignored at best. */
  https: boolean;
  /** True for every page; false only for built assets, whose names change with their content. */
  noStore: boolean;
};

/** Deletes all that a browser keeps of the portal, so that nothing shows that it was opened: for the way out at once. */
export const clearSiteData: [name: string, value: string] = [
  'Clear-Site-Data',
  '"cache", "cookies", "storage"',
];

/** The same, and leaves the cookie of a known device (decision 0029): for sign-out, which deletes that of the session by name. */
export const clearPages: [name: string, value: string] = ['Clear-Site-Data', '"cache", "storage"'];

const twoYears = 63_072_000;

/** Features that no page of the portal uses; a script that got in can't use them either. */
const unusedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
];

export function securityHeaders(options: SecurityHeaderOptions): [name: string, value: string][] {
  return [
    ['Content-Security-Policy', contentSecurityPolicy(options.nonce)],
    // Not `no-referrer`: the browser would send `Origin: null` with plain forms, and each would be refused.
    ['Referrer-Policy', 'same-origin'],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['X-Permitted-Cross-Domain-Policies', 'none'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Origin-Agent-Cluster', '?1'],
    ['Permissions-Policy', unusedFeatures.map((feature) => `${feature}=()`).join(', ')],
    ...entry(options.https, 'Strict-Transport-Security', `max-age=${twoYears}; includeSubDomains`),
    ...entry(options.noStore, 'Cache-Control', 'no-store'),
  ];
}

function entry(present: boolean, name: string, value: string): [name: string, value: string][] {
  return present ? [[name, value]] : [];
}

/** Everything from the portal itself and nothing from anywhere else. */
function contentSecurityPolicy(nonce: string | null): string {
  const scripts = nonce === null ? "'self'" : `'self' 'nonce-${checkedNonce(nonce)}'`;
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "script-src-attr 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

function checkedNonce(nonce: string): string {
  if (!/^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(nonce))
    throw new Error('A nonce is at least 16 characters of base64');
  return nonce;
}
