import { ruleFieldNames, type RuleFields } from '#app/domain/routing/rule-form.ts';
import type { PostedForm } from './posted-form.ts';

/** What the form of a rule posted, as the domain reads it. */
export const ruleFieldsOf = (form: PostedForm): RuleFields =>
  Object.fromEntries([...ruleFieldNames.one, ...ruleFieldNames.many].map((name) => [name, form.all(name)]));
