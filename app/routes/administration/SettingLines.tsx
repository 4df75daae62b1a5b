import type { ChangedRow, SettingRow } from '#app/domain/admin/settings/setting-rows.ts';
import { classNames } from '#app/ui/govuk/class-names.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { rowLines, rowTitle } from '#app/ui/settings/setting-words.ts';

/** What a row of the settings says, a line for each; `small` in tables, whose text is smaller. */
export const SettingLines = ({ lines, small = false }: { lines: readonly string[]; small?: boolean }) => (
  <ul className={classNames('govuk-list', small && 'govuk-!-font-size-16 govuk-!-margin-bottom-0')}>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

/** What rows were and what they are to be. */
export function ChangedRows({ rows }: { rows: readonly ChangedRow[] }) {
  return (
    <CardTable
      caption="What it changes"
      columns={[{ header: 'Row' }, { header: 'Before' }, { header: 'After' }]}
      rows={rows.map(({ code, was, is }) => {
        const [before, after] = [was, is].map((row) => (row === null ? null : rowTitle(code, row)));
        const renamed = before !== after;
        return {
          key: code,
          cells: [
            before ?? after ?? code,
            was === null ? 'Was not there' : <Lines key="was" code={code} row={was} titled={renamed} />,
            is === null ? 'Taken away' : <Lines key="is" code={code} row={is} titled={renamed} />,
          ],
        };
      })}
    />
  );
}

/** What a row says, under what it is called where that changes too. */
const Lines = ({ code, row, titled }: { code: string; row: SettingRow; titled: boolean }) => (
  <SettingLines small lines={[...(titled ? [rowTitle(code, row)] : []), ...rowLines(row)]} />
);
