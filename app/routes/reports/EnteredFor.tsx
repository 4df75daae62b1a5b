import type { EnteredFor as Entered } from '#app/domain/intake/drafts/drafts.server.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';

const made = { telephone: 'made by telephone', paper: 'made on paper' } as const;

/** Tells an officer, on each page of the form, whose report they are entering; to the partner nothing is shown. */
export function EnteredFor({ of }: { of: Entered | null }) {
  return of === null ? null : (
    <InsetText>
      You are entering a report for {of.organisation}, {made[of.channel]}. The questions are the partner’s:
      read them out, and do not ask for more than they know.
    </InsetText>
  );
}
