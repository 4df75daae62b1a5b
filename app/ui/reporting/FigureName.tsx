export type FigureNameProps = {
  label: string;
  detail?: string | null | undefined;
  href?: string | undefined;
};

/** What a row of figures counts. What a code stands for has no room on a narrow screen: it is where the link leads. */
export function FigureName({ label, detail, href }: FigureNameProps) {
  return (
    <>
      {href ? (
        <a className="govuk-link" href={href}>
          {label}
        </a>
      ) : (
        label
      )}
      {detail && detail !== label ? (
        <span className="portal-figures__detail portal-secondary govuk-!-font-weight-regular"> {detail}</span>
      ) : null}
    </>
  );
}
