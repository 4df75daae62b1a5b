/** What a row of the settings says, a line for each. */
export const SettingLines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="govuk-list">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
