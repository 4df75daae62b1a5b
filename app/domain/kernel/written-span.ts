import { counted } from './counted.ts';

const counts = (count: number, unit: 'hour' | 'minute'): string =>
  counted(count, { one: `1 ${unit}`, other: `${count.toLocaleString('en-GB')} ${unit}s` });

/** A length of time as people read and write it, exactly: 1440 → "24 hours", 90 → "1 hour 30 minutes". Takes minutes. */
export function writtenSpan(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [
    ...(hours > 0 ? [counts(hours, 'hour')] : []),
    ...(rest > 0 || hours === 0 ? [counts(rest, 'minute')] : []),
  ].join(' ');
}

const written =
  /^(?:(?<hours>\d{1,3}(?:,\d{3})*|\d{1,6}) ?h(?:ou)?(?:rs?)?)?(?: |, | and )?(?:(?<minutes>\d{1,3}(?:,\d{3})*|\d{1,6}) ?m(?:in(?:ute)?s?)?)?$/i;

/**
 * The minutes of a length of time as it was written, null for what is none: "24 hours", "90 minutes", "1 hour 30 minutes",
 * "1h 30m". A number without its unit is none, as nobody could tell which was meant; neither are days, of which those on
 * which offices work are shorter.
 */
export function readWrittenSpan(typed: string): number | null {
  const { hours, minutes } = written.exec(typed.trim().replace(/\s+/g, ' '))?.groups ?? {};
  if (hours === undefined && minutes === undefined) return null;
  const read = (count = '0') => Number(count.replaceAll(',', ''));
  return read(hours) * 60 + read(minutes);
}
