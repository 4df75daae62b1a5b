import type { PreparedAction } from '#app/domain/desks/prepare-action.server.ts';
import type { Colleague } from '#app/domain/triage/queues/colleagues.server.ts';
import { formatDateTime } from '#app/ui/format/date.ts';
import { Select } from '#app/ui/govuk/Select.tsx';

/** The name, and until when somebody is away who is. */
export const colleagueWords = ({ name, awayUntil }: Colleague): string =>
  awayUntil ? `${name} (away until ${formatDateTime(awayUntil)})` : name;

export type ActionChoiceProps = {
  prepared: PreparedAction;
  valueOf: (field: string) => string;
  errorOf: (field: string) => string | undefined;
};

export function OtherQueue({ prepared, valueOf, errorOf }: ActionChoiceProps) {
  return (
    <Select
      name="otherQueue"
      label="Queue"
      hint={prepared.restricted ? 'A restricted submission stays with FIB.' : undefined}
      value={valueOf('otherQueue')}
      error={errorOf('otherQueue')}
      options={[
        { value: '', text: 'Select a queue' },
        ...prepared.queues.map(({ code, name }) => ({ value: code, text: name })),
      ]}
    />
  );
}

export function OtherArea({ prepared, valueOf, errorOf }: ActionChoiceProps) {
  return (
    <Select
      name="area"
      label="Area"
      hint="Figures count it there, and the area’s lead learns that it exists. It stays in its queue."
      value={valueOf('area')}
      error={errorOf('area')}
      options={[
        { value: '', text: 'Select an area' },
        ...prepared.areas.map(({ code, name }) => ({ value: code, text: name })),
      ]}
    />
  );
}

export function Colleagues({ prepared, valueOf, errorOf }: ActionChoiceProps) {
  return (
    <Select
      name="colleague"
      label="Colleague"
      value={valueOf('colleague')}
      error={errorOf('colleague')}
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
