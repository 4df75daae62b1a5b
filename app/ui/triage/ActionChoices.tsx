import type { PreparedAction } from '#app/domain/desks/prepare-action.server.ts';
import type { Colleague } from '#app/domain/triage/queues/colleagues.server.ts';
import { formatDateTime } from '#app/ui/format/date.ts';
import { Radios } from '#app/ui/govuk/Radios.tsx';
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

const areaHint = 'Figures count it there, and the area’s lead learns that it exists. It stays in its queue.';

/** Where its postcode lies in several areas these come first, with their shares of its addresses. */
export function OtherArea({ prepared }: ActionChoiceProps) {
  const likely = prepared.areas.filter(({ share }) => share !== null);
  const others = prepared.areas.filter(({ share }) => share === null);
  if (likely.length > 0)
    return (
      <Radios
        name="area"
        legend="Area"
        hint={areaHint}
        small
        items={[
          ...likely.map(({ code, name, share }) => ({
            value: code,
            label: `${name}: ${Math.round((share ?? 0) * 100)}% of the postcode’s addresses`,
          })),
          others.length > 0 && { divider: 'or' },
          ...others.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
    );
  return (
    <Select
      name="area"
      label="Area"
      hint={areaHint}
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
