import type { FileStore } from '#app/platform/files/file-store.ts';
import type { Scanner } from '#app/platform/scanner/scanner.ts';

/**
 * What use cases on files need besides their context. `report` hears of a store that failed where the person at the
 * screen is told to try again.
 */
export type Depot = { files: FileStore; scanner: Scanner; report: (failure: unknown) => void };

type Holder = Pick<Depot, 'files' | 'scanner'> & { log: { error: (facts: object, message: string) => void } };

/** The depot of a running portal. */
export function depotOf({ files, scanner, log }: Holder): Depot {
  return { files, scanner, report: (failure) => log.error({ err: failure }, 'file not stored') };
}
