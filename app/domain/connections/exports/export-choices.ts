/** As what a submission can leave the portal. */
export const exportFormats = {
  pdf: 'PDF, to read or print',
  json: 'JSON, for another system',
  csv: 'CSV, answers only, for a spreadsheet',
} as const;
export type ExportFormat = keyof typeof exportFormats;

/** What for. */
export const exportPurposes = {
  assessment: 'To assess or develop it in another police system',
  disclosure: 'Disclosure to a prosecutor or a court',
  other_agency: 'For another force or agency',
  review: 'Review or inspection',
  other: 'Something else',
} as const;
export type ExportPurpose = keyof typeof exportPurposes;

export const isExportFormat = (value: string): value is ExportFormat => Object.hasOwn(exportFormats, value);
export const isExportPurpose = (value: string): value is ExportPurpose =>
  Object.hasOwn(exportPurposes, value);
