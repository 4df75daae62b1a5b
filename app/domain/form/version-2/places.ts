import type { ListSection } from '#app/domain/form/definition.ts';
import { places as places1 } from '#app/domain/form/version-1/places.ts';

/** As in version 1; other entries can now name a place. */
export const places: ListSection = {
  ...places1,
  naming: ['placePostcode', 'placeAddress', 'placeBusiness', 'placeLandmark', 'placeTown', 'placeKind'],
};
