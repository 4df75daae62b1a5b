import type { ReactNode } from 'react';

export type PageHeadingProps = {
  children: ReactNode;
  /** What the page belongs to, above the heading in a quieter voice. */
  caption?: ReactNode;
  size?: 'm' | 'l' | 'xl';
};

/** The one `<h1>` of a page whose question is not its own heading. */
export function PageHeading({ children, caption, size = 'l' }: PageHeadingProps) {
  return (
    <>
      {caption ? <span className={`govuk-caption-${size}`}>{caption}</span> : null}
      <h1 className={`govuk-heading-${size}`}>{children}</h1>
    </>
  );
}
