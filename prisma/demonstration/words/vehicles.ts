import type { Random } from '../random.ts';

const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const some = (random: Random, count: number): string =>
  Array.from({ length: count }, () => letters.charAt(random.between(0, letters.length - 1))).join('');

/** A registration in a pattern that was never issued to a car: letters "ZZ" with numbers of a later series. */
export const inventedRegistration = (random: Random): string =>
  `ZZ${random.between(80, 99)} ${some(random, 3)}`;

/** The same with two characters that nobody could read. */
export const partRegistration = (random: Random): string => `ZZ?? ${some(random, 3)}`;

export type Look = { make: string; model: string; colour: string; said: string };

const look = (make: string, model: string, colour: string, said: string): Look => ({
  make,
  model,
  colour,
  said,
});

export const looks: readonly Look[] = [
  look('Ford', 'Transit van', 'White', 'a white van'),
  look('Vauxhall', 'Vivaro van', 'Silver', 'a silver van'),
  look('Mercedes-Benz', 'Sprinter minibus', 'Blue', 'a blue minibus'),
  look('Volkswagen', 'Passat', 'Black', 'a black car'),
  look('Toyota', 'Prius', 'Silver', 'a silver car'),
  look('Skoda', 'Octavia', 'Grey', 'a grey car'),
  look('BMW', '3 Series', 'Dark blue', 'a dark blue car'),
  look('Renault', 'Master van', 'Yellow', 'a yellow van'),
  look('Peugeot', 'Partner', 'Red', 'a small red van'),
  look('Citroen', 'Relay flatbed', 'White', 'a white flatbed truck'),
];

export const marks = [
  'Dent in the rear left door',
  'Ladder on the roof',
  'Sign painted over on the side',
  'One brake light out',
  'Curtains in the back windows',
] as const;
