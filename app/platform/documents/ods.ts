import { strToU8, zipSync } from 'fflate';
import type { Workbook, WorkbookCell, WorkbookTable } from './workbook.ts';

/**
 * A workbook as OpenDocument spreadsheet (ODF 1.3, ISO/IEC 26300): a cover sheet, then one table to a sheet, title first and
 * marked as a table with its heads (Analysis Function, "Releasing statistics in spreadsheets"). It has no formulas, macros
 * or links: what begins with = is text. The same workbook at the same time is the same bytes.
 */
export function odsOf(workbook: Workbook, { creator, at }: { creator: string; at: Date }): Uint8Array {
  const parts: Record<string, string> = {
    // First and not packed, by which programmes know the file.
    mimetype: mediaType,
    'META-INF/manifest.xml': manifest,
    'meta.xml': metaOf(workbook, creator, at),
    'styles.xml': stylesOf(workbook.marking),
    'content.xml': contentOf(workbook),
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, text]) => [
        path,
        [strToU8(text), { level: path === 'mimetype' ? 0 : 6, mtime: at }],
      ]),
    ),
  );
}

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet';

const namespaces = (
  [
    ['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
    ['table', 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'],
    ['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
    ['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
    ['meta', 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0'],
    ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
    ['dc', 'http://purl.org/dc/elements/1.1/'],
  ] as const
)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

const xml = (root: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:${root} ${namespaces} office:version="1.3">${inner}</office:${root}>`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text of an element or attribute; without what no XML holds, whatever was typed. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '');

const manifest = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${[
  ['/', mediaType],
  ['content.xml', 'text/xml'],
  ['styles.xml', 'text/xml'],
  ['meta.xml', 'text/xml'],
]
  .map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`)
  .join('')}</manifest:manifest>`;

const metaOf = ({ title }: Workbook, creator: string, at: Date): string =>
  xml(
    'document-meta',
    `<office:meta><dc:title>${escaped(title)}</dc:title><meta:initial-creator>${escaped(creator)}</meta:initial-creator><dc:creator>${escaped(creator)}</dc:creator><dc:date>${at.toISOString().slice(0, 19)}</dc:date><dc:language>en-GB</dc:language></office:meta>`,
  );

/** British English, A4 across, with the marking at the head and foot of each page that is printed. */
const stylesOf = (marking: string): string =>
  xml(
    'document-styles',
    `<office:styles><style:default-style style:family="table-cell"><style:text-properties style:font-name="Arial" fo:font-family="Arial" fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style></office:styles><office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" style:scale-to-X="1"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"><style:header><text:p>${escaped(marking)}</text:p></style:header><style:footer><text:p>${escaped(marking)}</text:p></style:footer></style:master-page></office:master-styles>`,
  );

const column = (name: string, width: string) =>
  `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${width}"/></style:style>`;
const cellStyle = (name: string, cell: string, text: string) =>
  `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties style:vertical-align="top" ${cell}/><style:text-properties ${text}/></style:style>`;
const bold = 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"';
const wrapped = 'fo:wrap-option="wrap"';
const cellStyles = [
  '<style:style style:name="sheet" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style>',
  column('first', '9cm'),
  column('other', '3cm'),
  column('wide', '18cm'),
  cellStyle('title', '', `${bold} fo:font-size="16pt"`),
  cellStyle('head', wrapped, bold),
  cellStyle('name', wrapped, ''),
  cellStyle('value', '', ''),
].join('');

const contentOf = (workbook: Workbook): string =>
  xml(
    'document-content',
    `<office:automatic-styles>${cellStyles}</office:automatic-styles><office:body><office:spreadsheet>${coverOf(workbook)}${workbook.tables.map((table) => sheetOf(table, workbook.marking)).join('')}<table:database-ranges>${workbook.tables.map(rangeOf).join('')}</table:database-ranges></office:spreadsheet></office:body>`,
  );

const coverName = 'About';

const coverOf = ({ title, marking, about, tables }: Workbook): string =>
  sheet(
    coverName,
    ['first', 'wide'],
    [
      row([cell(title, 'title')]),
      row([cell('Protective marking', 'head'), cell(marking, 'name')]),
      ...about.map(({ key, value }) => row([cell(key, 'head'), cell(value, 'name')])),
      row([cell('Sheet', 'head'), cell('What is in it', 'head')]),
      ...tables.map((table) => row([cell(table.name, 'name'), cell(table.title, 'name')])),
    ],
  );

/** Above its heads a sheet has its title, the marking, and what is counted. */
const above = 3;

const sheetOf = ({ name, title, about, columns, rows }: WorkbookTable, marking: string): string =>
  sheet(
    name,
    ['first', ...columns.slice(1).map(() => 'other')],
    [
      row([cell(title, 'title')]),
      row([cell(marking, 'name')]),
      row([cell(about, 'name')]),
      `<table:table-header-rows>${row(columns.map((head) => cell(head, 'head')))}</table:table-header-rows>`,
      ...rows.map((cells) => row(cells.map((each, index) => cell(each, index === 0 ? 'name' : 'value')))),
    ],
  );

/** The cells of the table itself, which a programme then knows as a table whose first row says what stands below. */
const rangeOf = ({ name, columns, rows }: WorkbookTable, index: number): string =>
  `<table:database-range table:name="table_${index + 1}" table:contains-header="true" table:display-filter-buttons="false" table:target-range-address="'${escaped(name)}'.A${above + 1}:'${escaped(name)}'.${letterOf(columns.length)}${above + 1 + rows.length}"/>`;

/** The letters of a column by its number, from 1 on. */
const letterOf = (number: number): string =>
  number === 0
    ? ''
    : letterOf(Math.floor((number - 1) / 26)) + String.fromCodePoint(65 + ((number - 1) % 26));

const sheet = (name: string, columns: readonly string[], rows: readonly string[]): string =>
  `<table:table table:name="${escaped(name)}" table:style-name="sheet">${columns.map((style) => `<table:table-column table:style-name="${style}"/>`).join('')}${rows.join('')}</table:table>`;

const row = (cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;

function cell(value: WorkbookCell, style: string): string {
  const type =
    typeof value === 'number'
      ? `office:value-type="float" office:value="${value}"`
      : 'office:value-type="string"';
  const lines = String(value).split('\n');
  return `<table:table-cell table:style-name="${style}" ${type}>${lines.map((line) => `<text:p>${escaped(line)}</text:p>`).join('')}</table:table-cell>`;
}
