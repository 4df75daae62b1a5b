import { useFrame } from './frame-context.ts';

/**
 * A number that can be called. Whoever may have to call soon presses it; on police pages it is to be read only, where a
 * slip would ring the helpline or 999. `name` tells a screen reader whose it is.
 */
export function Phone({ number, name, className }: { number: string; name?: string; className?: string }) {
  const { callable } = useFrame();
  if (!callable) return <span className={className}>{number}</span>;
  return (
    <a
      className={className ? `govuk-link ${className}` : 'govuk-link'}
      href={`tel:${number.replace(/[^+\d]/g, '')}`}
    >
      {number}
      {name === undefined ? null : <span className="govuk-visually-hidden"> ({name})</span>}
    </a>
  );
}
