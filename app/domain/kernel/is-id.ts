/**
 * Whether a text from an address or a form can be the id of a row. What cannot is refused before it reaches the
 * database, which answers a malformed id with an error of its own.
 */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
