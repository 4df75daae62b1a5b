import { createHash } from 'node:crypto';
import type { FormDefinition } from './definition.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}

/** JSON with the properties of every object in order of their names, so that equal content is equal text. */
export const canonicalJson = (value: unknown): string => canonical(JSON.parse(JSON.stringify(value)) as Json);

/**
 * SHA-256 of the definition's canonical JSON, in hexadecimal: the mark of a published version. Versions before there were
 * openings keep the hash that they had, which says nothing of their lane.
 */
export function definitionHash(definition: FormDefinition): string {
  const { version, title, agreed, sections, opening, dangerLane, declares, filesWhen } = definition;
  const since5 = opening && { opening, dangerLane, declares, filesWhen };
  return createHash('sha256')
    .update(canonicalJson({ version, title, agreed, sections, ...since5 }))
    .digest('hex');
}
