import { channelWords, exploitationKeys, organisationKindWords } from '#app/domain/kernel/report-labels.ts';
import { exploitationWords } from '#app/domain/form/exploitation-words.ts';
import type { Ctx } from '../kernel/context.ts';
import { Forbidden, NotFound } from '../kernel/failures.ts';
import { guessAnswers } from './facts.ts';
import { channels, organisationKinds } from '../kernel/report-labels.ts';
import { openRuleDraft, requireRuleWriter } from './rule-drafts.server.ts';
import { fieldsOfRule, isEditable } from './rule-form.ts';
import { guessWords, ruleName, type ValueNames } from './rule-words.ts';
import type { RoutingRule } from './rules.ts';
import { valueNames } from './value-names.server.ts';

type Option = { value: string; label: string };

export type OpenRule = {
  revision: number;
  rule: RoutingRule | null;
  isLast: boolean;
  editable: boolean;
  values: Record<string, string[]>;
  names: ValueNames;
  choices: Record<'exploitationTypes' | 'organisationKinds' | 'channels' | 'guessAnswers', Option[]>;
};

/** The form of a rule of the draft, or of a new one for null: its author's alone. @throws NotFound, Forbidden */
export async function openRule(ctx: Ctx, input: { code: string | null }): Promise<OpenRule> {
  requireRuleWriter(ctx);
  const draft = await openRuleDraft(ctx.db);
  if (!draft) throw new NotFound();
  const { rules } = draft.ruleSet;
  const at = rules.findIndex(({ code }) => code === input.code);
  const rule = rules[at] ?? null;
  if (input.code !== null && rule === null) throw new NotFound();
  if (draft.writtenBy.accountId !== ctx.actor.accountId)
    throw new Forbidden('Only the person who started the draft may change it');
  const names = await valueNames(ctx.db);
  return {
    revision: draft.revision,
    rule,
    isLast: rule !== null && at === rules.length - 1,
    editable: rule === null || isEditable(rule.when),
    values: rule === null ? {} : { ...fieldsOfRule(rule, names), name: [ruleName(rule)] },
    names,
    choices: {
      exploitationTypes: exploitationKeys
        .filter((code) => code !== 'not_sure')
        .map((value) => ({ value, label: exploitationWords([value])[0] ?? value })),
      organisationKinds: organisationKinds.map((value) => ({ value, label: organisationKindWords[value] })),
      channels: channels.map((value) => ({ value, label: channelWords[value] })),
      guessAnswers: guessAnswers.map((value) => ({
        value,
        label: guessWords[value].charAt(0).toUpperCase() + guessWords[value].slice(1),
      })),
    },
  };
}
