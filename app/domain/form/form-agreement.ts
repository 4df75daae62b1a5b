import { z } from 'zod';
import type { PackForm } from './form-pack.ts';

/** When this force and its partners agreed a version of the form, where that is not as the version itself says (plan 3.3.5). */
export const formAgreementSchema = z.strictObject({
  version: z.int().positive(),
  on: z.iso.date(),
  with: z.string().trim().min(1),
  /** The first day on which reports are written with it. Left out, they are from its publication on. */
  inForceFrom: z.iso.date().optional(),
});
export type FormAgreement = z.infer<typeof formAgreementSchema>;

/** The versions of a pack's form, and what the pack says of when they were agreed. */
export type AgreedForms = { forms: readonly PackForm[]; formAgreements: readonly FormAgreement[] };

/** When and with whom a version was agreed, as the pack says or else the version itself; null while it is only proposed. */
export function agreementOf(
  { version, agreed }: PackForm['definition'],
  formAgreements: readonly FormAgreement[],
): Omit<FormAgreement, 'version'> | null {
  return formAgreements.find((each) => each.version === version) ?? agreed ?? null;
}

/** The version that the pack proposes: the newest, while nobody has agreed it. */
export function proposedForm({ forms, formAgreements }: AgreedForms): PackForm | null {
  const newest = forms.at(-1);
  return newest && agreementOf(newest.definition, formAgreements) === null ? newest : null;
}

/** A version may be proposed only once those before it are agreed, and there must be one to write reports with. */
export function proposalFaults({ forms, formAgreements }: AgreedForms): string[] {
  const open = forms
    .map(({ definition }) => definition)
    .filter((definition) => agreementOf(definition, formAgreements) === null)
    .map(({ version }) => version);
  return [
    ...(open.length === forms.length ? ['No version of the form is agreed'] : []),
    ...open
      .filter((version) => version !== forms.at(-1)?.definition.version)
      .map((version) => `Version ${version} of the form is not agreed, and a later one is there`),
  ];
}
