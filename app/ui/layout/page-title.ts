type TitleOptions = {
  /** Whether a form on the page came back with errors. */
  errors?: boolean;
  errorPrefix?: string;
  /** Of a list with several pages. */
  page?: { number: number; total: number } | undefined;
  serviceName: string;
};

/**
 * The title of a browser's tab. It ends up in histories and on shared screens, so `name` says what kind of page
 * this is and never holds anything from a report, not even its reference.
 */
export function pageTitle(
  name: string,
  { errors = false, errorPrefix = 'Error: ', page, serviceName }: TitleOptions,
): string {
  const place = page && page.total > 1 ? ` (page ${page.number} of ${page.total})` : '';
  return `${errors ? errorPrefix : ''}${name}${place} – ${serviceName}`;
}
