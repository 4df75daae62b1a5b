import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';

type ButtonLook = {
  children: ReactNode;
  variant?: 'secondary' | 'warning' | 'inverse';
  /** The large arrow button that opens a journey. */
  start?: boolean;
};

export type ButtonProps = ButtonLook &
  ButtonHTMLAttributes<HTMLButtonElement> & {
    /** Ignores a second click within a second (needs the portal's script). The server is idempotent anyway. */
    preventDoubleClick?: boolean;
  };

export type ButtonLinkProps = ButtonLook & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

const look = ({ variant, start }: Omit<ButtonLook, 'children'>, className: string | undefined) =>
  classNames(
    'govuk-button',
    variant && `govuk-button--${variant}`,
    className,
    start && 'govuk-button--start',
  );

/** A submit button, unless `type` says otherwise. */
export function Button({
  children,
  variant,
  start = false,
  preventDoubleClick,
  className,
  type = 'submit',
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled}
      aria-disabled={disabled ? true : undefined}
      data-prevent-double-click={preventDoubleClick}
      className={look({ variant, start }, className)}
      data-module="govuk-button"
    >
      <ButtonText start={start}>{children}</ButtonText>
    </button>
  );
}

/** A link that looks like a button and, with the portal's script, answers the space key. */
export function ButtonLink({ children, variant, start = false, className, href, ...rest }: ButtonLinkProps) {
  return (
    <a
      {...rest}
      href={href}
      role="button"
      draggable={false}
      className={look({ variant, start }, className)}
      data-module="govuk-button"
    >
      <ButtonText start={start}>{children}</ButtonText>
    </a>
  );
}

/** Start buttons are a flex box, which swallows spaces between inline elements; a span keeps them. */
function ButtonText({ start, children }: { start: boolean; children: ReactNode }) {
  if (!start) return children;
  return (
    <>
      {typeof children === 'string' ? children : <span>{children}</span>}
      <svg
        className="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    </>
  );
}
