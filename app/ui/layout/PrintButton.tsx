import { Button } from '../govuk/Button.tsx';

export type PrintButtonProps = { label: string; without: string };

/** Prints the page (app/ui/enhance/print-button.ts); where no script runs it says how to print without. */
export function PrintButton({ label, without }: PrintButtonProps) {
  return (
    <div className="portal-no-print" data-module="portal-print">
      <p className="govuk-body">{without}</p>
      <div hidden>
        <Button type="button" variant="secondary">
          {label}
        </Button>
      </div>
    </div>
  );
}
