/** As what tables are taken away: lines of values, a spreadsheet, a document to print. */
export const fileKinds = ['csv', 'ods', 'pdf'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What the trail says was looked at: a report, and as what it was taken where it was. */
export const reportAs = (report: string, as: FileKind | null): string =>
  as === null ? report : `${report}, as ${as}`;
