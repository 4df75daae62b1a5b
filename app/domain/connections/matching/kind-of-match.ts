import type { Shared } from './candidates.server.ts';
import type { RelationKind } from './relations.ts';

/** As what two reports are linked that share such a thing. A number or a business says that they are of one group. */
const kindOf: Readonly<Record<Shared['thing'], RelationKind>> = {
  vehicle: 'same_vehicle',
  person: 'same_person',
  place: 'same_place',
  contact: 'same_network',
  business: 'same_network',
};

/** As what a match links two reports: by what they share most surely. */
export const kindOfMatch = ({ shared }: { shared: readonly Pick<Shared, 'thing'>[] }): RelationKind =>
  kindOf[shared[0]?.thing ?? 'business'];
