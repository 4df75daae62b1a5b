import { GB } from 'chrono-node/en';

/** A day that a text names, as `YYYY-MM-DD`. */
export type DayInText = { written: string; day: string };

/** "he sat in the van", "sun cream", "wed", "mon to fri": too short to say a day. */
const ambiguous = /^(?:on )?(?:sat|sun|mon|wed|fri|tue|thu|now)(?: to (?:sat|sun|fri))?,?$/i;
const lasting = /hour|minute|\bhr|\bmin/i;
const houseNumber = /^\d{1,2}[/-]\d{1,2}$/;
/** "every Friday", "on Friday and Saturday nights". */
const again = {
  before: /\b(?:every|each|most) $/i,
  after: /^(?:s\b| (?:and|or|to|nights|evenings|mornings)\b)/i,
};

/** The days that a text names, each once, reckoned from `today`: none to come, and no mere month or week. */
export function daysInText(text: string, today: string): DayInText[] {
  const found = new Map<string, DayInText>();
  const from = { instant: new Date(`${today}T12:00:00Z`), timezone: 'GMT' };
  for (const { text: written, index, start } of GB.parse(text, from)) {
    const before = text.slice(Math.max(0, index - 8), index);
    const ofWeek = start.isCertain('weekday') && !start.isCertain('day');
    if (!ofWeek && !(start.isCertain('day') && start.isCertain('month'))) continue;
    if (ambiguous.test(written) || lasting.test(written) || again.before.test(before)) continue;
    if (ofWeek && !/^(?:last|this)\b/i.test(written) && again.after.test(text.slice(index + written.length)))
      continue;
    if (houseNumber.test(written) && !/\bon (?:the )?$/i.test(before)) continue;
    const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
    const read = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
    if (read <= today && !found.has(read)) found.set(read, { written, day: read });
  }
  return [...found.values()];
}
