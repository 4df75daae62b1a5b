import fc from 'fast-check';
import type { PlaceResolution } from '#app/domain/routing/postcode.ts';
import { guessAnswers, type Facts } from '#app/domain/routing/facts.ts';
import { channels, organisationKinds } from '#app/domain/kernel/report-labels.ts';

/** The facts of a report that no rule singles out, with what a test changes. */
export function facts(changes: Partial<Facts>): Facts {
  return {
    danger: false,
    childInDanger: false,
    child: false,
    sourceCouldBeGuessed: 'no',
    onBehalfOfVictim: false,
    victimWantsContact: false,
    exploitationTypes: [],
    organisationKind: 'ngo',
    networkMember: false,
    channel: 'telephone',
    places: [],
    typeGiven: false,
    largestPeopleEstimate: null,
    nrmOrDutyToNotify: false,
    languages: [],
    nationalities: [],
    organisedGroup: false,
    repeatVehicle: false,
    ...changes,
  };
}

/** Places of every kind; areas are taken from `areas`. */
function anyPlace(areas: readonly string[]): fc.Arbitrary<PlaceResolution> {
  const area = fc.constantFrom(...areas);
  const written = { written: 'b5', postcode: 'B5' };
  return fc.oneof(
    area.map((code) => ({ ...written, kind: 'area' as const, area: code, by: 'sector' as const })),
    area.map((code) => ({
      ...written,
      kind: 'ambiguous' as const,
      candidates: [{ area: code, share: 0.6 }],
    })),
    fc.constantFrom('Example Police', null).map((force) => ({
      ...written,
      kind: 'out_of_force' as const,
      force,
      by: 'district' as const,
    })),
    fc
      .constantFrom('B5', null)
      .map((postcode) => ({ ...written, postcode, kind: 'unknown_postcode' as const })),
    fc.constant({ written: '', postcode: null, kind: 'none' as const }),
  );
}

/** Any facts at all, with places in these areas. */
export function anyFacts(areas: readonly string[]): fc.Arbitrary<Facts> {
  const words = fc.array(fc.constantFrom('Romanian', 'vi', 'Klingon', ''), { maxLength: 3 });
  return fc.record({
    danger: fc.boolean(),
    childInDanger: fc.boolean(),
    child: fc.boolean(),
    sourceCouldBeGuessed: fc.constantFrom(...guessAnswers),
    onBehalfOfVictim: fc.boolean(),
    victimWantsContact: fc.boolean(),
    exploitationTypes: words,
    organisationKind: fc.constantFrom(...organisationKinds),
    networkMember: fc.boolean(),
    channel: fc.constantFrom(...channels),
    places: fc.array(anyPlace(areas), { maxLength: 4 }),
    typeGiven: fc.boolean(),
    largestPeopleEstimate: fc.option(fc.nat({ max: 60 })),
    nrmOrDutyToNotify: fc.boolean(),
    languages: words,
    nationalities: words,
    organisedGroup: fc.boolean(),
    repeatVehicle: fc.boolean(),
  });
}
