import type { Config } from '#app/platform/env.ts';
import { clamdScanner } from '#app/platform/scanner/clamd-scanner.ts';
import { noScanner, type Scanner } from '#app/platform/scanner/scanner.ts';

/** The scanner that the settings name, or none. */
export function openScanner({ clamd }: Pick<Config, 'clamd'>): Scanner {
  return clamd === undefined ? noScanner : clamdScanner(clamd);
}
