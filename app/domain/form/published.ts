import type { FormDefinition } from './definition.ts';
import { version1 } from './version-1.ts';
import { version2 } from './version-2.ts';
import { version3 } from './version-3.ts';

/** Every version ever published, oldest first. None is removed while a submission written with it exists. */
export const publishedDefinitions: readonly [FormDefinition, ...FormDefinition[]] = [
  version1,
  version2,
  version3,
];

/** The version a new draft is written with. */
export const currentDefinition: FormDefinition = publishedDefinitions.at(-1) ?? publishedDefinitions[0];

/** The definition of a draft's or submission's version. An unknown version is a defect of the data, not of a visitor. */
export function definitionOfVersion(version: number): FormDefinition {
  const found = publishedDefinitions.find((each) => each.version === version);
  if (found === undefined) throw new Error(`The form has no version ${version}`);
  return found;
}
