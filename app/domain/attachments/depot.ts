import type { FileStore } from '#app/platform/files/file-store.ts';
import type { Scanner } from '#app/platform/scanner/scanner.ts';

/**
 * What use cases on files need besides their context. `report` hears of a store that failed where the person at the
 * screen is told to try again.
 */
export type Depot = { files: FileStore; scanner: Scanner; report: (failure: unknown) => void };
