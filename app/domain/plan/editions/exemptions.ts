import type { PlanExemption } from '#app/platform/db/generated/enums.ts';

/**
 * On what words of a plan can be withheld from the public: the exemptions of the Freedom of Information Act 2000 that a police
 * force relies on, by section. A force under another law changes this list.
 */
export const exemptions: Readonly<Record<PlanExemption, { section: string; words: string }>> = {
  security_bodies: { section: '23', words: 'security bodies' },
  national_security: { section: '24', words: 'national security' },
  investigations: { section: '30', words: 'investigations' },
  law_enforcement: { section: '31', words: 'law enforcement' },
  health_and_safety: { section: '38', words: 'health and safety' },
  personal_information: { section: '40', words: 'personal information' },
  in_confidence: { section: '41', words: 'provided in confidence' },
  legal_privilege: { section: '42', words: 'legal professional privilege' },
  commercial_interests: { section: '43', words: 'commercial interests' },
};

export const isExemption = (name: string): name is PlanExemption => Object.hasOwn(exemptions, name);

/** "Section 31: law enforcement" */
export const exemptionWords = (name: PlanExemption): string =>
  `Section ${exemptions[name].section}: ${exemptions[name].words}`;
