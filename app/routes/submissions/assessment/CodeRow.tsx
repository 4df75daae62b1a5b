import { codeKey } from '#app/ui/keyboard/keys.ts';
import { useKeys } from '#app/ui/keyboard/use-keys.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';

type Code = { code: string | number; label: string; definition: string };

export type CodeRowProps = {
  name: string;
  legend: string;
  codes: readonly Code[];
  /** What the partner's answers suggest: said, never chosen. */
  suggested?: string | null | undefined;
};

/** A row of codes to choose from. Below it stands what the chosen one means (_assess.scss). */
export function CodeRow({ name, legend, codes, suggested }: CodeRowProps) {
  const bound = useKeys();
  return (
    <div className="portal-codes">
      <Radios
        name={name}
        legend={legend}
        legendSize="s"
        small
        inline
        formGroupClassName="portal-codes__row"
        hint={suggested ? `Answers suggest ${suggested}` : undefined}
        items={codes.map(({ code, label }) => {
          const { attributes, hint } = bound(codeKey(name, code));
          return {
            value: code,
            label: (
              <>
                <strong>{code}</strong>
                <span className="govuk-visually-hidden"> {label}</span>
                {attributes['data-key'] === String(code).toLowerCase() ? null : hint}
              </>
            ),
            attributes,
          };
        })}
      />
      {codes.map(({ code, label, definition }) => (
        <p key={code} className="portal-codes__meaning" data-code={code}>
          <strong>{label}.</strong> {definition}
        </p>
      ))}
    </div>
  );
}
