import { kindOfMatch } from './kind-of-match.ts';
import type { Match } from './open-matches.server.ts';
import type { RelationKind } from './relations.ts';

/** As many as stand beside the text of a report. */
const NEAREST_SHOWN = 2;

/** A match beside the text: why it is one, and nothing of what the other report says. */
export type NearMatch = Pick<Match, 'submissionId' | 'reference' | 'strength'> & {
  kind: RelationKind;
  shared: Pick<Match['shared'][number], 'own' | 'why'>[];
};

/** The strongest that the reader may open and nobody has linked. Nothing of the others is shown, so it is no reading of them. */
export const nearMatches = (
  matches: readonly Match[],
  linked: readonly { other: { id: string } }[],
): NearMatch[] =>
  matches
    .filter(
      ({ readable, submissionId }) => readable && !linked.some(({ other }) => other.id === submissionId),
    )
    .slice(0, NEAREST_SHOWN)
    .map(({ submissionId, reference, strength, shared }) => ({
      submissionId,
      reference,
      strength,
      kind: kindOfMatch({ shared }),
      shared: shared.map(({ own, why }) => ({ own, why })),
    }));
