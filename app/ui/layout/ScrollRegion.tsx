import type { ReactNode } from 'react';

export type ScrollRegionProps = {
  /** What is inside, for those who land in it with the keyboard. */
  label: string;
  children: ReactNode;
};

/** A box that scrolls has to be reachable by keyboard (WCAG 2.1.1), though nothing in it can be pressed. */
const reachable = { tabIndex: 0 };

/** Something wider than a small window, such as a table of figures: it scrolls by itself, also with arrow keys. */
export function ScrollRegion({ label, children }: ScrollRegionProps) {
  return (
    <section className="portal-scroll" aria-label={label} {...reachable}>
      {children}
    </section>
  );
}
