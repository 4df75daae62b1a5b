/** Street names that no town has. */
export const streets = [
  'Invented Street',
  'Pretend Road',
  'Madeup Lane',
  'Nowhere Close',
  'Imaginary Avenue',
  'Placeholder Way',
  'Fictional Terrace',
  'Makebelieve Road',
  'Notreal Drive',
  'Storybook Crescent',
  'Paper Mill Pretend',
  'Neverwas Hill',
] as const;

export const landmarks = [
  'Behind the shops, next to a row of garages',
  'Opposite the playing field',
  'Above the launderette',
  'The end house, with a blue gate',
  'Through the archway, second door on the left',
  'Beside the railway bridge',
] as const;

export const placeNotes = [
  'The curtains are always drawn and there are new locks.',
  'Somebody is always at the window when a car stops.',
  'There is rubbish of far more people than could live there.',
  'A camera was put up over the door a short time ago.',
  'People come and go by the back, never by the front.',
] as const;
