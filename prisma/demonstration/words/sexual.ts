import type { Scenario } from './scenario.ts';

/** Sexual exploitation, told without detail. */
export const sexual: readonly Scenario[] = [
  {
    code: 'flat-visitors',
    types: ['sexual'],
    title: 'Flat with frequent visitors',
    account:
      'Men go into this flat for half an hour at a time, {days}, and {count} different women have been seen at the window. They are never out alone. A man sits in a car outside with a phone in each hand.',
    released:
      'A flat has frequent short visits by men. About {count} women are believed to be controlled there by a man who waits outside.',
    place: { kind: 'sex_work', people: [2, 5] },
    vehicleUse: 'The man who watches the flat sits in it',
  },
  {
    code: 'massage-parlour',
    types: ['sexual'],
    title: 'Massage parlour whose staff change every week',
    account:
      'The women at this massage parlour are new every week or so. One asked a cleaner where in the country she was. She said she had to stay until she had earned back {pay} for each day of her journey.',
    released:
      'Women at a massage parlour are replaced every week and at least one does not know where she is. She is believed to be working off a travel debt.',
    place: { kind: 'sex_work', sector: 'beauty', business: 'Imaginary Wellness', people: [2, 6] },
    vehicleUse: 'Brings a new woman and takes another away',
  },
  {
    code: 'short-let',
    types: ['sexual'],
    title: 'Short-let house used for a week at a time',
    account:
      'The house is let for a week at a time and it is always the same two men who carry the bags in. {count} young women stay inside with the blinds down. Visitors come until the early hours.',
    released:
      'Two men bring about {count} young women to a short-let house for a week at a time. Visitors come through the night.',
    place: { kind: 'sex_work', people: [2, 5] },
    vehicleUse: 'Carries the women and their bags',
  },
  {
    code: 'advert-moves',
    types: ['sexual'],
    title: 'Same advert under changing towns',
    account:
      'The same pictures are advertised under a different town every few days, with the same phone number. The woman in the pictures has a bruise in the later ones. The advert says she is new here.',
    released:
      'Adverts with the same pictures and number move between towns every few days. Later pictures show an injury.',
    place: { kind: 'other' },
    vehicleUse: 'Named in the advert as parked outside',
  },
  {
    code: 'hotel-rooms',
    types: ['sexual'],
    title: 'Rooms booked by the same man for different women',
    account:
      'One man books {count} rooms {days} and pays in cash. A different woman stays in each, and none of them has a key. Towels are asked for all night long.',
    released:
      'A man books about {count} hotel rooms with cash for women who are given no key. Many visitors come at night.',
    place: { kind: 'sex_work', sector: 'hospitality', people: [2, 4] },
    vehicleUse: 'The man moves the women between hotels',
  },
  {
    code: 'older-group',
    types: ['sexual', 'criminal'],
    title: 'Teenagers collected by older men',
    account:
      'Girls of about 15 are picked up by older men near the bus station, {days}. They come back with new phones and do not want to say where they were. One of them stayed away for two nights.',
    released: 'Teenagers are collected by older men and given phones. At least one has been away overnight.',
    place: { kind: 'pick_up' },
    vehicleUse: 'Collects the girls near the bus station',
  },
  {
    code: 'false-job',
    types: ['sexual', 'labour'],
    title: 'Waitress job that was none',
    account:
      'A woman answered an advert for waitresses and was taken to a house instead. She had to see {count} men a day and got away after {weeks} weeks when a door was left open. Another woman is still there.',
    released:
      'A false job advert is used to bring women to a house where they are made to see several men a day. One woman is believed to be there still.',
    place: { kind: 'held', people: [1, 3] },
    vehicleUse: 'Met her at the coach and drove her to the house',
  },
  {
    code: 'debt-club',
    types: ['sexual'],
    title: 'Dancers charged more than they earn',
    account:
      'Dancers at the club are fined for everything and owe more each week. Those who owe most are sent to parties {days}. One of them has asked for her passport three times.',
    released:
      'Dancers at a club are kept in debt by fines and sent to private parties. Passports are believed to be withheld.',
    place: { kind: 'work', sector: 'hospitality', business: 'Club Placeholder', people: [3, 8] },
    vehicleUse: 'Takes the dancers to the parties',
  },
];
