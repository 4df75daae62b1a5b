/** Where an item of the delivery plan is shown. Codes hold spaces, brackets and commas. */
export const planItemAddress = (code: string): string => `/plan/${encodeURIComponent(code)}`;

export const planStatusAddress = (code: string): string => `${planItemAddress(code)}/status`;

export const planOwnerAddress = (code: string): string => `${planItemAddress(code)}/owner`;

/** The submissions of an item, from the start or after a cursor. */
export const planSubmissionsAddress = (code: string, after: string | null): string =>
  `${planItemAddress(code)}${after ? `?after=${encodeURIComponent(after)}` : ''}#submissions`;
