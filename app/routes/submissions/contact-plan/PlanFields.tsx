import { contactLimits, interpreterNeeds } from '#app/domain/connections/contact-plan/contact-input.ts';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { NextFields } from './NextFields.tsx';

/** The fields of a contact plan. */
export function PlanFields() {
  const text = (name: string, label: string, hint: string) => (
    <CharacterCount
      name={name}
      label={label}
      hint={hint}
      rows={3}
      maxLength={contactLimits.text}
      threshold={75}
      autoComplete="off"
    />
  );
  return (
    <>
      {text('who', 'Who may contact them?', 'For example, one named officer, or only through the partner')}
      {text('how', 'How may they be contacted?', 'For example, in person at the centre')}
      <Radios
        name="interpreter"
        legend="Is an interpreter needed?"
        legendSize="s"
        hint="A professional one. Never somebody who came with them"
        items={Object.entries(interpreterNeeds).map(([value, label]) => ({ value, label }))}
      />
      <Input
        name="language"
        label="In which language? (optional without an interpreter)"
        width={20}
        autoComplete="off"
      />
      {text('safeTimes', 'When is it safe?', 'For example, weekdays between 10am and noon')}
      {text(
        'never',
        'What must not be done?',
        'For example, no uniform, no marked car, no voicemail. If nothing is known, say so',
      )}
      <NextFields />
    </>
  );
}
