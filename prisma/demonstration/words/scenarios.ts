import { criminal } from './criminal.ts';
import { domestic } from './domestic.ts';
import { indoorLabour } from './indoor-labour.ts';
import { labour } from './labour.ts';
import type { Scenario } from './scenario.ts';
import { sexual } from './sexual.ts';

/** Everything a report of the demonstration can be about. */
export const scenarios: readonly Scenario[] = [
  ...labour,
  ...indoorLabour,
  ...sexual,
  ...criminal,
  ...domestic,
];

/** Fills the places in braces. @throws Error for one that has no filler, which is a slip in the words */
export function filled(text: string, fillers: Readonly<Record<string, string>>): string {
  const written = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const filler = fillers[name];
    if (filler === undefined) throw new Error(`There is no filler for {${name}}.`);
    return filler;
  });
  return written.charAt(0).toUpperCase() + written.slice(1);
}
