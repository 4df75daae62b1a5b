import type { PreparedAction } from '#app/domain/desks/prepare-action.server.ts';
import type { Colleague } from '#app/domain/triage/queues/colleagues.server.ts';
import { formatDateTime } from '#app/ui/format/date.ts';
import { Select } from '#app/ui/govuk/Select.tsx';

/** The name, and until when somebody is away who is. */
export const colleagueWords = ({ name, awayUntil }: Colleague): string =>
  awayUntil ? `${name} (away until ${formatDateTime(awayUntil)})` : name;

type ActionChoiceProps = { prepared: PreparedAction };

export function OtherQueue({ prepared }: ActionChoiceProps) {
  return (
    <Select
      name="otherQueue"
      label="Queue"
      hint={prepared.restricted ? 'A restricted submission stays with FIB.' : undefined}
      options={[
        { value: '', text: 'Select a queue' },
        ...prepared.queues.map(({ code, name }) => ({ value: code, text: name })),
      ]}
    />
  );
}

export function OtherArea({ prepared }: ActionChoiceProps) {
  return (
    <Select
      name="area"
      label="Area"
      hint="Figures count it there, and the area’s lead learns that it exists. It stays in its queue."
      options={[
        { value: '', text: 'Select an area' },
        ...prepared.areas.map(({ code, name }) => ({ value: code, text: name })),
      ]}
    />
  );
}

export function Colleagues({ prepared }: ActionChoiceProps) {
  return (
    <Select
      name="colleague"
      label="Colleague"
      options={[
        { value: '', text: 'Select a colleague' },
        ...prepared.colleagues.map((colleague) => ({
          value: colleague.accountId,
          text: colleagueWords(colleague),
        })),
      ]}
    />
  );
}
