import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import {
  ConfirmWarnings,
  MarkedText,
  Narrowing,
  WarningList,
  useWarned,
} from '#app/ui/triage/ReleaseWarnings.tsx';

export type SanitisedTextProps = { label: string; labelSize?: 's'; rows: number; 'data-key'?: string };

/** The field of a sanitised text, with what the checks found in it and what they ask. */
export function SanitisedText(field: SanitisedTextProps) {
  const warned = useWarned();
  return (
    <>
      {warned ? (
        <div className="portal-warned">
          <h3 className="govuk-heading-s">Your text, with what to look at</h3>
          <MarkedText text={warned.text} warnings={warned.warnings} />
          <WarningList warnings={warned.warnings.filter((warning) => warning.mark === null)} />
        </div>
      ) : null}
      <CharacterCount
        {...field}
        name="text"
        maxLength={textLimits.sanitised}
        threshold={75}
        autoComplete="off"
      />
      {warned ? null : (
        <div className="portal-findings" data-module="portal-findings" aria-live="polite" hidden>
          <p className="govuk-body govuk-!-margin-bottom-1">What to look at</p>
          <ul className="govuk-list govuk-list--bullet" />
        </div>
      )}
      {warned ? <Narrowing warned={warned} /> : null}
      {warned?.warnings.some((warning) => warning.mark === null) ? (
        <ConfirmWarnings mark={warned.mark} />
      ) : null}
    </>
  );
}
