/** A kind of exploitation by the agreed form's codes. */
export type ExploitationType =
  'labour' | 'sexual' | 'criminal' | 'domestic_servitude' | 'organ_removal' | 'other' | 'not_sure';

/**
 * What a report of the demonstration may be about: plainly invented, in words that fit any place and partner. `account`
 * is the partner's own wording, `released` an officer's sanitised one of the same; both take the fillers in braces.
 */
export type Scenario = {
  code: string;
  types: readonly ExploitationType[];
  /** The title of the intelligence item. */
  title: string;
  account: string;
  released: string;
  place: {
    kind: 'home' | 'work' | 'held' | 'sex_work' | 'pick_up' | 'transit' | 'other';
    sector?: string;
    business?: string;
    /** How many people may be thought to be there; nobody says where it is left out. */
    people?: readonly [number, number];
  };
  /** What a vehicle, if one is seen, is used for. */
  vehicleUse: string;
};
