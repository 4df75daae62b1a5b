import { createContext, useContext, type AnchorHTMLAttributes, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

const PostedBy = createContext<string | null>(null);

/**
 * Within it each `Link` posts the form with this id to its address: for pages whose state travels with every request and
 * stands in no address.
 */
export function PostedLinks({ form, children }: { form: string; children: ReactNode }) {
  return <PostedBy value={form}>{children}</PostedBy>;
}

export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** A link; within `PostedLinks` a button that looks like one, as only a button can post. */
export function Link({ href, className, children, ...rest }: LinkProps) {
  const form = useContext(PostedBy);
  if (form === null)
    return (
      <a {...rest} href={href} className={className}>
        {children}
      </a>
    );
  const { id, title, 'aria-describedby': describedBy } = rest;
  return (
    <button
      id={id}
      title={title}
      aria-describedby={describedBy}
      type="submit"
      form={form}
      formAction={href}
      className={classNames(className, 'portal-posted-link')}
    >
      {children}
    </button>
  );
}
