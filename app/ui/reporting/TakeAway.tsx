import type { FileKind } from '#app/domain/kernel/file-kinds.ts';

const words: Record<FileKind, string> = {
  ods: 'spreadsheet (ODS)',
  csv: 'values (CSV)',
  pdf: 'document (PDF)',
};

/** The figures of a page as files, as which they are offered. */
export function TakeAway({
  of = 'these figures',
  hrefOf,
}: {
  of?: string;
  hrefOf: (as: FileKind) => string;
}) {
  return (
    <p className="govuk-body portal-no-print">
      Save {of} as{' '}
      {(['ods', 'csv', 'pdf'] as const).map((as, index) => (
        <span key={as}>
          {index === 0 ? '' : index === 1 ? ', ' : ' or '}
          <a className="govuk-link" href={hrefOf(as)}>
            {words[as]}
          </a>
        </span>
      ))}
      .
    </p>
  );
}
