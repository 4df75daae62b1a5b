import { sourceSaid } from '#app/domain/intake/sources/source-said.ts';
import { exploitationWords } from '#app/domain/form/exploitation-words.ts';
import { choicesSaid, entriesSaid, textSaid, type Said } from '#app/domain/form/said.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';

/** What an item of a report could be called: the kind of exploitation, the first place and the first vehicle. No person. */
export function proposeTitle(report: Said): string {
  const kinds = exploitationWords(choicesSaid(report, 'exploitation')).join(', ');
  const [place] = entriesSaid(report, 'place');
  const [vehicle] = entriesSaid(report, 'vehicle');
  const where = place
    ? [
        textSaid(place, 'place.business') ?? textSaid(place, 'place.address'),
        textSaid(place, 'place.postcode'),
      ]
    : [];
  const parts = [kinds, where.filter(Boolean).join(' '), vehicle ? textSaid(vehicle, 'vehicle.mark') : null];
  return parts.filter(Boolean).join(': ').slice(0, textLimits.itemTitle);
}

/** How the source came to know it, as the answers say, and nothing of who they are; empty where they do not say. */
export const proposeProvenance = (report: Said): string => provenances[sourceSaid(report).how ?? ''] ?? '';

const provenances: Readonly<Record<string, string>> = {
  experienced: 'It happened to the source.',
  witnessed: 'The source saw or heard it.',
  told: 'Somebody else told the source.',
  overheard: 'The source overheard others speak of it.',
  read: 'The source read or saw it in something written or online.',
};
