/** The first name whose mark a browser's own name of itself has: many carry the marks of those that they descend from. */
const browsers: readonly [mark: RegExp, name: string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.* Safari\//, 'Safari'],
];
const systems: readonly [mark: RegExp, name: string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

export type Browser = { browser: string | null; operatingSystem: string | null };

/**
 * Browser and system by the header User-Agent, for people to know their own again: names of a closed list, without versions,
 * so that nobody is told apart by them. Null for what is not on it.
 */
export function browserOf(userAgent: string): Browser {
  const first = (names: typeof browsers) => names.find(([mark]) => mark.test(userAgent))?.[1] ?? null;
  return { browser: first(browsers), operatingSystem: first(systems) };
}
