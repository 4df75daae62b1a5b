import type { ReactNode } from 'react';
import { useFrame } from '#app/ui/layout/frame-context.ts';
import { keys, type KeyName } from './keys.ts';

type KeyAttributes = { 'data-key'?: string; 'aria-keyshortcuts'?: string };

/** A key for a button or a link: its attributes, and what is shown beside its words. */
export type BoundKey = { attributes: KeyAttributes; hint: ReactNode };

const unbound: BoundKey = { attributes: {}, hint: null };

/**
 * Binds buttons and links of a page to keys, for those who have switched keys on. The hint is for the eye: whoever hears
 * the page is told by `aria-keyshortcuts`.
 */
export function useKeys(): (name: KeyName | undefined) => BoundKey {
  const frame = useFrame();
  return (name) => {
    if (!frame.keys || name === undefined) return unbound;
    const { key } = keys[name];
    return {
      attributes: { 'data-key': key, 'aria-keyshortcuts': key },
      hint: (
        <kbd className="portal-key" aria-hidden="true">
          {key}
        </kbd>
      ),
    };
  };
}
