import type { EditionLine } from './edition-lines.ts';
import { exemptions, exemptionWords, isExemption } from './exemptions.ts';

/** How to read an edition, in sentences: what is withheld in it and on what, and what its marks mean. */
export function aboutEdition(lines: readonly EditionLine[], number: number): string[] {
  const all = JSON.stringify(lines);
  const sections = [...all.matchAll(/\[REDACTED, ([^\]]*)\]/g)].flatMap(([, on = '']) => on.split(', '));
  const relied = Object.keys(exemptions)
    .filter(isExemption)
    .filter((name) => sections.includes(`s.${exemptions[name].section}`))
    .map((name) => exemptionWords(name).replace('Section ', 'section '));
  return [
    ...(relied.length > 0
      ? [
          `[REDACTED, s. …] stands where words are withheld under the Freedom of Information Act 2000: ${relied.join('; ')}.`,
        ]
      : []),
    ...(all.includes('[REDACTED]')
      ? ['[REDACTED] without a section was withheld when the plan was first written.']
      : []),
    ...(lines.some(({ mark }) => mark.startsWith('update'))
      ? ['“Update” marks what was added to the plan after its first version.']
      : []),
    ...(number > 1
      ? [
          lines.some(({ change }) => change !== '')
            ? `“New” and “Changed” mark what is so since edition ${number - 1}.`
            : `Nothing has changed since edition ${number - 1}.`,
        ]
      : []),
  ];
}
