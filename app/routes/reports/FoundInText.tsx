import { z } from 'zod';
import { dayInWords } from '#app/domain/form/answer-words.ts';
import type { Found } from '#app/domain/intake/drafts/found-in-text.ts';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { useMessages } from '#app/ui/messages.ts';

/** What its boxes post. */
export const foundFields = z.object({ found: z.array(z.string()) });

/** What the portal read in the text, each with a box: one tick makes an entry of it as the page is saved. `onEntry`: on the page of an entry, which may then stay empty. */
export function FoundInText({ found, onEntry = false }: { found: readonly Found[]; onEntry?: boolean }) {
  const t = useMessages().reports.found;
  if (found.length === 0) return null;
  return (
    <InsetText>
      <Checkboxes
        name="found"
        legend={t.legend}
        legendSize="s"
        hint={onEntry ? t.hintOnEntry : t.hint}
        small
        items={found.map(({ key, kind, written }) => ({
          value: key,
          label: t[kind]({ what: kind === 'day' ? dayInWords(written) : written }),
        }))}
      />
    </InsetText>
  );
}
