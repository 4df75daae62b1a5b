import type { FileKind } from './file-kinds.ts';
import { fileKinds } from './file-kinds.ts';

/** Where a file stands: not scanned yet, passed, or refused and why. */
export type FileState = 'quarantined' | 'clean' | RefusedState;

type RefusedState = 'virus' | 'password' | 'unscannable' | 'unreadable';

export const isRefused = <State extends FileState>(state: State): state is State & RefusedState =>
  state !== 'quarantined' && state !== 'clean';

/**
 * What may be given out of a file: a copy without metadata where its kind has one, else the file itself. Null when
 * nothing may: only what was scanned and found clean is ever given out.
 */
export function viewablePart(file: {
  state: FileState;
  kind: FileKind;
  hasCopy: boolean;
}): 'copy' | 'original' | null {
  if (file.state !== 'clean') return null;
  if (fileKinds[file.kind].copy === null) return 'original';
  return file.hasCopy ? 'copy' : null;
}
