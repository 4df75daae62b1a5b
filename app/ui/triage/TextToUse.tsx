import { outcomeCodes, outcomes } from '#app/domain/kernel/outcomes.ts';
import type { ReusableText } from '#app/domain/triage/partner-messages/reusable-text.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';

export type TextToUseProps = {
  texts: readonly ReusableText[];
  /** What Enter in a field of the form presses, where the form has several buttons. */
  enter?: string;
};

/** A text that FIB keeps, put after what was typed: the page comes back with it, to be changed. Nothing where none is kept. */
export function TextToUse({ texts, enter }: TextToUseProps) {
  if (texts.length === 0) return null;
  const optionOf = ({ textId, name }: ReusableText) => ({ value: textId, text: name });
  const groups = outcomeCodes
    .map((code) => ({
      group: outcomes[code].label,
      options: texts.filter(({ outcome }) => outcome === code).map(optionOf),
    }))
    .filter(({ options }) => options.length > 0);
  return (
    <div className="portal-text-to-use">
      {/* Enter in a field presses the first button of a form, which must not be the one that only puts a text in. */}
      <button
        type="submit"
        {...(enter ? { name: 'press', value: enter } : {})}
        className="govuk-visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
      >
        Go on
      </button>
      <Select
        name="reuse"
        label="Text to reuse"
        options={[
          { value: '', text: 'Select a text' },
          ...texts.filter(({ outcome }) => outcome === null).map(optionOf),
          ...groups,
        ]}
      />
      <Button name="use" value="text" variant="secondary" preventDoubleClick>
        Use<span className="govuk-visually-hidden"> this text: it comes after what you typed</span>
      </Button>
    </div>
  );
}
