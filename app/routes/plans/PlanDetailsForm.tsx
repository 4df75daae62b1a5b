import { z } from 'zod';
import { dateValues, day, optionalText, text } from '#app/domain/kernel/fields.ts';
import type { PlanDetails } from '#app/domain/plan/next-plan.server.ts';
import { longestTitle } from '#app/domain/plan/plan-headings.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Form } from '#app/ui/layout/Form.tsx';

const heading = (name: string) =>
  optionalText({ name, limit: longestTitle }).transform((written) => written ?? '');
const dayOf = (name: string, example: string) =>
  day({ missing: `Enter the ${name}`, wrong: `The ${name} must be a real date, like ${example}` });

export const planDetails = z.object({
  title: text({ missing: 'Enter the title of the plan', name: 'Title', limit: longestTitle }),
  firstDay: dayOf('first day', '1 4 2016'),
  lastDay: dayOf('last day', '31 3 2017'),
  secondTitle: heading('Title of the plan that it is part of'),
  localPlanTitle: heading('Title of the local plan'),
  priority: heading('Priority'),
  leadRole: heading('Lead'),
});

/** `version`: what stands there already, so that of two who change it the later is told. */
type PlanDetailsFormProps = { details: PlanDetails; version?: string; save: string };

/** How a plan is headed and when it is in force. */
export function PlanDetailsForm({ details, version, save }: PlanDetailsFormProps) {
  const { firstDay, lastDay, ...headings } = details;
  return (
    <Form
      values={{ ...headings, ...dateValues('firstDay', firstDay), ...dateValues('lastDay', lastDay) }}
      {...(version === undefined ? {} : { expectedVersion: version })}
    >
      <Input name="title" label="Title" autoComplete="off" />
      <DateInput
        id="firstDay"
        namePrefix="firstDay"
        legend="First day"
        legendSize="s"
        hint="Reports that are sent from this day on count for it. For example, 1 4 2016"
      />
      <DateInput
        id="lastDay"
        namePrefix="lastDay"
        legend="Last day"
        legendSize="s"
        hint="It stays in force after that until the next plan begins. For example, 31 3 2017"
      />
      <Input name="secondTitle" label="Plan that it is part of (optional)" autoComplete="off" />
      <Input name="localPlanTitle" label="Title of the local plan (optional)" autoComplete="off" />
      <Input name="priority" label="Priority (optional)" autoComplete="off" />
      <Input name="leadRole" label="Lead (optional)" hint="A role, not a name" autoComplete="off" />
      <Button preventDoubleClick>{save}</Button>
    </Form>
  );
}

/** Where the fields of the days begin, for the summary of errors. */
export const planDetailFields = { firstDay: 'firstDay-day', lastDay: 'lastDay-day' };
