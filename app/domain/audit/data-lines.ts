/** The data of an event as lines "key: value", for people. A list is joined with commas; what has no key has no line. */
export function dataLines(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  return Object.entries(data).map(([key, value]) => `${key}: ${valueText(value)}`);
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
