import { classNames } from '#app/ui/govuk/class-names.ts';

/** What a row of the settings says, a line for each; `small` in tables, whose text is smaller. */
export const SettingLines = ({ lines, small = false }: { lines: readonly string[]; small?: boolean }) => (
  <ul className={classNames('govuk-list', small && 'govuk-!-font-size-16 govuk-!-margin-bottom-0')}>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
