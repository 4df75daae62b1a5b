import type { Random } from '../random.ts';

/** Surnames that nobody takes for a person's: every name in the demonstration's reports ends in one of them. */
export const inventedSurnames = [
  'Fictional',
  'Imaginary',
  'Invented',
  'Madeup',
  'Notreal',
  'Placeholder',
  'Pretend',
] as const;

/** A community that reports speak of, by the form's codes of nationality and language. */
export type Community = {
  nationality: string;
  language: string;
  /** How often it is met, against the others. */
  weight: number;
  women: readonly string[];
  men: readonly string[];
};

const community = (codes: string, weight: number, women: string, men: string): Community => {
  const [nationality = '', language = ''] = codes.split(' ');
  return { nationality, language, weight, women: women.split(' '), men: men.split(' ') };
};

export const communities: readonly Community[] = [
  community('RO ro', 12, 'Ana Elena Ioana Mihaela', 'Andrei Ion Marius Vasile'),
  community('PL pl', 8, 'Agnieszka Ewa Kasia', 'Jan Marek Piotr'),
  community('VN vi', 9, 'Hoa Lan Linh Mai', 'Dung Hai Minh Tuan'),
  community('GB en', 9, 'Chloe Donna Karen', 'Darren Lee Steven'),
  community('AL sq', 6, 'Drita Mira', 'Agron Ilir'),
  community('SK sk', 4, 'Jana Zuzana', 'Jozef Milan'),
  community('CZ cs', 3, 'Hana Lenka', 'Karel Pavel'),
  community('HU hu', 4, 'Eszter Judit', 'Gabor Zoltan'),
  community('BG bg', 3, 'Desislava Maria', 'Georgi Plamen'),
  community('LT lt', 3, 'Egle Ruta', 'Jonas Tomas'),
  community('LV lv', 2, 'Ilze Liga', 'Andris Juris'),
  community('NG yo', 5, 'Blessing Folake Grace', 'Emeka Tunde'),
  community('ER ti', 3, 'Saba Selam', 'Filmon Yonas'),
  community('SO so', 2, 'Hodan Sagal', 'Abdi Liban'),
  community('ET am', 2, 'Almaz Tigist', 'Dawit Girma'),
  community('GH en', 2, 'Abena Esi', 'Kofi Kwame'),
  community('CN zh', 4, 'Fang Mei', 'Jun Wei'),
  community('IN pa', 3, 'Harpreet Simran', 'Gurdeep Manjit'),
  community('IN hi', 1, 'Asha Kavita', 'Anil Ravi'),
  community('PK ur', 3, 'Nadia Saima', 'Imran Yasir'),
  community('BD bn', 2, 'Nasrin Rumana', 'Kamal Rafiq'),
  community('PH tl', 3, 'Analyn Jasmine', 'Jomar Rodel'),
  community('TH th', 1, 'Kanya Malee', 'Somchai Wit'),
  community('BR pt', 1, 'Camila Juliana', 'Bruno Thiago'),
  community('SD ar', 2, 'Amna Hiba', 'Idris Musa'),
  community('RO romani', 3, 'Lamita Rada', 'Bobo Nelu'),
];

export const aliases = ['Ace', 'Boss', 'Bear', 'Doc', 'Lucky', 'Smiler', 'Tall One', 'Uncle'] as const;

export const looks = [
  'About 5 feet 6 inches, slim, short dark hair',
  'Tall, heavy build, shaved head',
  'Scar above the left eye, walks with a limp',
  'Long hair tied back, wears a blue work jacket',
  'Grey beard, gold ring on the right hand',
  'Small, looks younger than the age given, bitten nails',
  'Tattoo of a bird on the neck',
  'Red woollen hat in all weathers',
  'Speaks loudly, always on the phone',
  'Thin, same grey clothes every time',
] as const;

/** A phone number of the range that Ofcom keeps free for drama. `number` from 0 to 999. */
export const dramaPhone = (number: number): string => `07700 900${String(number).padStart(3, '0')}`;

export const anyCommunity = (random: Random): Community =>
  random.weighted(communities.map((each) => [each, each.weight] as const));
