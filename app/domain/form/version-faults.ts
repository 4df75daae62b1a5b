import { questionsOf, type FormDefinition, type Question } from './definition.ts';

/** What must stay for an answer to mean the same in every version: how it is stored, who may read it, its name. */
const meaningOf = (question: Question) => ({
  kind: question.kind,
  dataClass: question.dataClass,
  exportedName: question.exportedName,
  readableBy: [...question.readableBy].sort().join(' '),
});

/**
 * What is wrong between versions: an id or an exported name that stands for one thing in one version and for another in
 * the next. Routing, extraction, exports and counts read answers by id over all versions.
 */
export function versionFaults(definitions: readonly FormDefinition[]): string[] {
  const faults: string[] = [];
  const known = new Map<string, { version: number; question: Question }>();
  const namedBy = new Map<string, string>();
  const versions = definitions.map((definition) => definition.version);
  if (versions.some((version, index) => version !== index + 1))
    faults.push('versions do not count up from 1 one by one');
  for (const { version, ...definition } of definitions) {
    for (const question of questionsOf({ version, ...definition })) {
      const before = known.get(question.id);
      const one = meaningOf(question);
      const other = before && meaningOf(before.question);
      for (const part of ['kind', 'dataClass', 'exportedName', 'readableBy'] as const) {
        if (other && other[part] !== one[part])
          faults.push(
            `${question.id}: ${part} is ${other[part]} in version ${before.version} and ${one[part]} in ${version}`,
          );
      }
      const owner = namedBy.get(question.exportedName);
      if (owner !== undefined && owner !== question.id)
        faults.push(`${question.exportedName}: the exported name of ${owner} and of ${question.id}`);
      known.set(question.id, { version, question });
      namedBy.set(question.exportedName, question.id);
    }
  }
  return faults;
}
