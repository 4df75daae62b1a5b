/** Bytes that a posted form may have. What a browser posts for a letter depends on its script: one byte for English, up to nine. */
export const ordinaryFormBytes = 256 * 1024;

/**
 * For what a partner types. Far more than its longest page may hold, so that text which is too long comes back with an
 * error instead of being lost: a million letters of English, or 116,000 of a script that is posted as nine bytes each.
 */
export const longFormBytes = 1024 * 1024;
