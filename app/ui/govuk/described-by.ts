/** The text that stands with a field: what it is called by assistive technology beyond its label. */
type FieldText = { hint?: unknown; error?: unknown; describedBy?: string | undefined };

/**
 * The ids a field's `aria-describedby` names, in the order GOV.UK Frontend uses: what the caller gave, the
 * hint, the error. Undefined when there is none, so that React omits the attribute.
 */
export function describedByIds(id: string, { hint, error, describedBy }: FieldText): string | undefined {
  const ids = [describedBy, hint ? hintId(id) : undefined, error ? errorId(id) : undefined];
  return ids.filter(Boolean).join(' ') || undefined;
}

export const hintId = (id: string): string => `${id}-hint`;
export const errorId = (id: string): string => `${id}-error`;
