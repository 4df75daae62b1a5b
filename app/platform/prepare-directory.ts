import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes the folder and those above it that are not there. One by one: Node's own `recursive` never comes back where the
 * system says that what was just made is not there, as under /proc.
 * @throws Error of the file system where the portal could keep nothing there
 */
export function prepareDirectory(directory: string): void {
  if (!existsSync(directory)) {
    prepareDirectory(dirname(resolve(directory)));
    mkdirSync(directory, { mode: 0o700 });
  }
  accessSync(directory, constants.W_OK);
}
