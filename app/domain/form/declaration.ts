import type { FormDefinition, Page, Question } from './definition.ts';

/** The page that stands at the foot of check answers: what the reporter declares when they send. */
export function declarationOf(definition: FormDefinition): { sectionId: string; page: Page } {
  for (const section of definition.sections) {
    const page = section.kind === 'pages' && section.atCheckAnswers ? section.pages[0] : undefined;
    if (page) return { sectionId: section.id, page };
  }
  throw new Error(`Version ${definition.version} of the form has no declaration.`);
}

/** The questions of every version's declaration: a report sent twice has no draft left that would tell its version. */
export function declarationQuestions(forms: readonly FormDefinition[]): Question[] {
  return forms.flatMap((definition) => declarationOf(definition).page.questions);
}
