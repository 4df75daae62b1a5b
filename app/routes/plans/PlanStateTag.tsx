import { planStates, type PlanState } from '#app/domain/plan/plan-state.ts';
import { Tag, type TagColour } from '#app/ui/govuk/Tag.tsx';

const colours: Readonly<Record<PlanState, TagColour>> = {
  draft: 'yellow',
  to_come: 'teal',
  in_force: 'green',
  over: 'orange',
  closed: 'grey',
};

/** Where a plan is in its life. */
export function PlanStateTag({ state }: { state: PlanState }) {
  return <Tag colour={colours[state]}>{planStates[state]}</Tag>;
}
