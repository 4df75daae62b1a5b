import { yesOrNoFacts } from '#app/domain/routing/condition.ts';
import { factField, longestReason } from '#app/domain/routing/rule-form.ts';
import {
  conditionWords,
  factStatements,
  noticeWords,
  targetWords,
  type ValueNames,
} from '#app/domain/routing/rule-words.ts';
import type { RoutingRule } from '#app/domain/routing/rules.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { Form, type FormProps } from '#app/ui/layout/Form.tsx';
import { ConditionText } from './ConditionText.tsx';

export type RuleFormProps = {
  values: FormProps['values'];
  revision: number;
  names: ValueNames;
  /** The rule that is changed; null for a new one. */
  rule: RoutingRule | null;
  isLast: boolean;
  /** Whether the form can take the rule's condition apart. */
  editable: boolean;
  choices: RuleFormChoices;
};

type Option = { value: string; label: string };
export type RuleFormChoices = {
  exploitationTypes: Option[];
  organisationKinds: Option[];
  channels: Option[];
  guessAnswers: Option[];
};

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Everything that makes a rule, on one page. */
export function RuleForm(props: RuleFormProps) {
  const { values, revision, isLast } = props;
  return (
    <Form values={values} expectedVersion={revision} data-keep>
      <Input name="name" label="Name" hint="What colleagues call the rule" autoComplete="off" />
      <h2 className="govuk-heading-m">When it applies</h2>
      {isLast ? (
        <InsetText>The last rule applies to every submission that no other rule has placed.</InsetText>
      ) : (
        <ConditionFields {...props} />
      )}
      <h2 className="govuk-heading-m">What it does</h2>
      <EffectFields />
      <Textarea
        name="reason"
        label="Reason"
        rows={3}
        hint={`The sentence that officers read under “Why here?”, ${longestReason} characters at most. {queue} stands for the queue, {areas} for the areas of the places, {people} for the number of people, and {outside}, {ambiguous} and {unknown} for the places of that kind`}
      />
      <Button preventDoubleClick>Save rule</Button>
    </Form>
  );
}

function ConditionFields({ names, rule, editable, choices }: RuleFormProps) {
  const boxes = (fact: string, legend: string, items: readonly Option[], hint?: string) => (
    <Checkboxes
      name={factField(fact)}
      legend={legend}
      legendSize="s"
      small
      hint={hint ?? 'One of those selected. Select none if it does not matter'}
      items={items}
    />
  );
  return (
    <>
      {rule !== null && !editable ? (
        <Radios
          name="condition"
          legend="Its condition has conditions inside"
          legendSize="s"
          hint={
            <>
              It applies when <ConditionText words={conditionWords(rule.when, names)} />
            </>
          }
          items={[
            { value: 'keep', label: 'Keep it as it is' },
            { value: 'write', label: 'Replace it by what is selected below' },
          ]}
        />
      ) : null}
      <Radios
        name="join"
        legend="How many of the conditions below must be so?"
        legendSize="s"
        inline
        items={[
          { value: 'all', label: 'All of them' },
          { value: 'any', label: 'At least one' },
        ]}
      />
      {yesOrNoFacts.map((fact) => (
        <Select
          key={fact}
          name={factField(fact)}
          label={sentence(factStatements[fact].yes)}
          options={[
            { value: '', text: 'Does not matter' },
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: `No: ${factStatements[fact].no}` },
          ]}
        />
      ))}
      {boxes('sourceCouldBeGuessed', 'Could someone guess who told us?', choices.guessAnswers)}
      {boxes('organisationKind', 'Kind of organisation', choices.organisationKinds)}
      {boxes('channel', 'Channel', choices.channels)}
      {boxes('exploitationTypes', 'Type of exploitation', choices.exploitationTypes)}
      {boxes(
        'areas',
        'Area of a place',
        Object.entries(names.areas).map(([value, label]) => ({ value, label })),
      )}
      <ListField fact="languages" label="Language of the people described" />
      <ListField fact="nationalities" label="Nationality of the people described" />
      <Input
        name={factField('largestPeopleEstimate')}
        label="People thought to be at one place: at least"
        inputMode="numeric"
        className="govuk-input--width-4"
      />
    </>
  );
}

function ListField({ fact, label }: { fact: string; label: string }) {
  const name = factField(fact);
  return (
    <Textarea
      name={name}
      label={label}
      rows={2}
      hint="As the form names it. Separate several by commas: one of them is enough"
    />
  );
}

const targets = ['fib', 'area', 'force_spoc', 'area_or_force_spoc'] as const;

function EffectFields() {
  const queues = targets.map((kind) => ({ value: kind, label: targetWords[kind] }));
  return (
    <>
      <Radios
        name="primary"
        legend="Send it to"
        legendSize="s"
        hint="The first rule that names a queue decides. All rules that apply do the rest"
        items={[...queues, { divider: 'or' }, { value: 'none', label: 'No queue: this rule only adds' }]}
      />
      <Radios
        name="priority"
        legend="Priority"
        legendSize="s"
        hint="The most urgent of all rules that apply counts"
        items={[
          { value: 'high', label: 'High' },
          { value: 'medium', label: 'Medium' },
          { value: 'low', label: 'Low' },
          { value: 'none', label: 'Leave it to other rules' },
        ]}
      />
      <Checkboxes
        name="restrict"
        legend="Restriction"
        legendSize="s"
        small
        items={[{ value: 'yes', label: 'Restrict it: FIB holds it and nobody else sees it' }]}
      />
      <Checkboxes name="watchers" legend="Watched by" legendSize="s" small items={queues} />
      <Checkboxes
        name="notify"
        legend="Who is told at once"
        legendSize="s"
        small
        items={[{ value: 'duty_list', label: noticeWords.duty_list, hint: 'Only with the priority High' }]}
      />
      <Textarea
        name="planItems"
        label="Links to the plan"
        rows={3}
        hint="Codes of the plan, such as PCC 1.4.1, each on its own line"
      />
      <Details summary="How restriction works">
        <p className="govuk-body">
          Where any rule that applies restricts, FIB holds the submission, no queue watches it and only the
          duty list may still be told, whatever other rules say.
        </p>
      </Details>
    </>
  );
}
