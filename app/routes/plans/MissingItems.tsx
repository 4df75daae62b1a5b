import type { MissingItem } from '#app/domain/routing/rules-and-items.server.ts';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';

/** What rules link reports to and a draft lacks; nothing where it has everything. */
export function MissingItems({ missing }: { missing: readonly MissingItem[] }) {
  if (missing.length === 0) return null;
  return (
    <>
      <WarningText>
        Routing rules link reports to {missing.length === 1 ? 'an item' : 'items'} that this draft does not
        have. From its first day they would link nothing there.
      </WarningText>
      <ul className="govuk-list govuk-list--bullet">
        {missing.map(({ item, rules }) => (
          <li key={item}>
            {item}, by “{rules.join('”, “')}”
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        Carry the item over or give one its number, or ask an FIB supervisor to change the rules.
      </p>
    </>
  );
}
