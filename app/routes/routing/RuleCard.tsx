import type { ReactNode } from 'react';
import type { RuleUse } from '#app/domain/routing/read-rules.server.ts';
import { conditionWords, effectRows, ruleName, type ValueNames } from '#app/domain/routing/rule-words.ts';
import type { RoutingRule } from '#app/domain/routing/rules.ts';
import { SummaryCard } from '#app/ui/govuk/SummaryCard.tsx';
import type { SummaryAction } from '#app/ui/govuk/SummaryList.tsx';
import { ConditionText } from './ConditionText.tsx';

export type RuleCardProps = {
  rule: RoutingRule;
  /** Its place in the order, from 1. */
  number: number;
  names: ValueNames;
  use?: RuleUse | undefined;
  /** What is wrong with it, one sentence each. */
  faults?: readonly string[];
  actions?: readonly SummaryAction[];
  /** After the title, such as a tag. */
  tag?: ReactNode;
  children?: ReactNode;
};

/** One rule in plain words: when it applies, what it does, and how it did. */
export function RuleCard({ rule, number, names, use, faults = [], actions, tag, children }: RuleCardProps) {
  return (
    <SummaryCard
      id={`rule-${rule.code}`}
      headingLevel={3}
      title={
        <>
          {number}. {ruleName(rule)} {tag}
        </>
      }
      {...(actions ? { actions } : {})}
      rows={[
        faults.length > 0 && {
          key: 'To put right',
          value: faults.map((fault) => (
            <p key={fault} className="govuk-error-message">
              <span className="govuk-visually-hidden">Error:</span> {fault}
            </p>
          )),
        },
        { key: 'Applies when', value: <ConditionText words={conditionWords(rule.when, names)} /> },
        ...effectRows(rule),
        { key: 'Reason given', value: rule.reason },
        use !== undefined && { key: 'In the last 12 months', value: useWords(use) },
      ]}
    >
      {children}
    </SummaryCard>
  );
}

function useWords({ placed, moved }: RuleUse): string {
  if (placed === 0) return 'Decided no queue';
  const part = Math.round((moved / placed) * 100);
  const queues = placed === 1 ? 'the queue of 1 submission' : `the queue of ${placed} submissions`;
  return `Decided ${queues}. ${moved === 0 ? 'None was' : `${moved} (${part}%) ${moved === 1 ? 'was' : 'were'}`} moved on by hand`;
}
