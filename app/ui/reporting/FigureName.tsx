import { Fragment } from 'react';

export type FigureNameProps = {
  /** What the row counts; more than one where one figure is that of all of them. */
  names: readonly { label: string; href?: string | undefined }[];
  detail?: string | null | undefined;
  /** What has to be known with the figure, on a narrow screen too. */
  note?: string | null | undefined;
};

/** What a row of figures counts. What a code stands for has no room on a narrow screen: it is where the link leads. */
export function FigureName({ names, detail, note }: FigureNameProps) {
  return (
    <>
      {names.map(({ label, href }, index) => (
        <Fragment key={label}>
          {index === 0 ? null : index === names.length - 1 ? ' and ' : ', '}
          {href ? (
            <a className="govuk-link" href={href}>
              {label}
            </a>
          ) : (
            label
          )}
        </Fragment>
      ))}
      {detail && detail !== names[0]?.label ? (
        <span className="portal-figures__detail portal-secondary govuk-!-font-weight-regular"> {detail}</span>
      ) : null}
      {note ? <span className="portal-figures__note govuk-!-font-weight-regular">{note}</span> : null}
    </>
  );
}
