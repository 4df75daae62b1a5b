/**
 * What a scan came to. Only `clean` is a yes: no scanner, a slow one, one that answers something else and one that gives
 * up are all `unavailable`, and nothing is released for it.
 */
export type Verdict =
  | { kind: 'clean' }
  /** `signature` is the scanner's own name of what it found, at most 200 characters. */
  | { kind: 'infected'; signature: string }
  | { kind: 'unavailable'; why: 'not_configured' | 'not_reached' | 'timed_out' | 'not_scanned' };

export interface Scanner {
  /** False where the force has set up none: then nothing is gained by asking again. */
  configured: boolean;
  /** Never throws for the scanner's sake; what the source of the bytes throws comes through. */
  scan: (
    bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    timeoutMilliseconds: number,
  ) => Promise<Verdict>;
}

/** Where there is no scanner every file stays in quarantine. */
export const noScanner: Scanner = {
  configured: false,
  scan: () => Promise.resolve({ kind: 'unavailable', why: 'not_configured' }),
};
