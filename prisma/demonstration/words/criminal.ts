import type { Scenario } from './scenario.ts';

/** People made to commit crimes for others. */
export const criminal: readonly Scenario[] = [
  {
    code: 'cannabis-house',
    types: ['criminal'],
    title: 'Young man kept in a house full of plants',
    account:
      'The windows are covered with foil, it smells strongly and there is a hum day and night. A young man is inside and never comes out. Food is left for him {days} and the door is locked again from outside.',
    released:
      'A house is believed to hold a cannabis farm. A young man is locked in to tend it, and food is brought to him.',
    place: { kind: 'held', people: [1, 2] },
    vehicleUse: 'Brings food and takes bags away',
  },
  {
    code: 'carrying-drugs',
    types: ['criminal'],
    title: 'Boy sent to other towns with drugs',
    account:
      'A boy of about 16 goes missing {days} and comes back with money and train tickets. He is told he owes for what was stolen from him. A man rings him and he leaves at once.',
    released:
      'A teenager is sent to other towns, it is believed with drugs, to pay back a debt that was made up. He is directed by phone.',
    place: { kind: 'pick_up' },
    vehicleUse: 'Waits for the boy at the station',
  },
  {
    code: 'taken-over-flat',
    types: ['criminal', 'other'],
    title: 'Flat of a vulnerable man taken over',
    account:
      'Strangers have been living in the flat of a man with learning difficulties for {weeks} weeks. He sleeps in the bath. They send him out with small packets and take his benefit money.',
    released:
      'Several people have taken over the flat of a vulnerable man. He is made to carry packets and his benefits are taken.',
    place: { kind: 'home', people: [2, 6] },
    vehicleUse: 'Brings the strangers late in the evening',
  },
  {
    code: 'shop-theft',
    types: ['criminal'],
    title: 'Women made to steal from shops',
    account:
      '{count} women are dropped in the shopping centre in the morning and handed lists. They have to bring back everything on the list or they get no food. They are searched in the car park.',
    released:
      'About {count} women are made to steal from shops to a list and are searched afterwards. Food is withheld from those who fail.',
    place: { kind: 'pick_up', people: [2, 6] },
    vehicleUse: 'Drops the women and takes what they bring',
  },
  {
    code: 'begging',
    types: ['criminal'],
    title: 'Begging organised by a couple',
    account:
      'The same {count} people beg at the same places {days}. A couple walks round and empties their cups. A man with one leg is carried to his place in the morning and left there without a toilet until dark.',
    released:
      'A couple controls about {count} people who beg, and takes the money. One of them cannot walk and is left in place all day.',
    place: { kind: 'other', people: [3, 9] },
    vehicleUse: 'Carries those who beg to their places',
  },
  {
    code: 'charity-bags',
    types: ['criminal', 'labour'],
    title: 'False charity collectors',
    account:
      'People with collecting tins of a charity that does not exist stand outside the station {days}. They told a passer-by that they must bring back {pay} or sleep outside.',
    released:
      'People are made to collect for a charity that does not exist and are punished when they bring too little.',
    place: { kind: 'other', people: [2, 5] },
    vehicleUse: 'Brings the collectors and their tins',
  },
  {
    code: 'benefit-fraud',
    types: ['criminal', 'other'],
    title: 'Benefits claimed with people’s papers',
    account:
      'A family was brought here, taken to sign forms and sent back. Benefits have been claimed in their names since then. {count} envelopes for people nobody knows arrive at the address each week.',
    released:
      'Papers of people who were brought in for a few days are used to claim benefits. Post for about {count} people arrives at one address.',
    place: { kind: 'home', people: [2, 7] },
    vehicleUse: 'Took the family to the office',
  },
  {
    code: 'counterfeit-goods',
    types: ['criminal'],
    title: 'Boys made to sell counterfeit goods',
    account:
      'Two boys sell DVDs and tobacco in the market {days} and are never at school. They do not know what the packets cost. A man stands by the fruit stall and takes the money from them.',
    released:
      'Two school-age boys sell counterfeit goods at a market for a man who watches them and takes the money.',
    place: { kind: 'other' },
    vehicleUse: 'Holds the stock, parked behind the market',
  },
  {
    code: 'money-accounts',
    types: ['criminal'],
    title: 'Students pressed to lend their accounts',
    account:
      'A student was pressed to let money go through his account and has been threatened since he said no. He knows of {count} others at the same college. They were promised {pay} and got nothing.',
    released:
      'About {count} students are pressed to let money pass through their accounts. At least one has been threatened.',
    place: { kind: 'other' },
    vehicleUse: 'The man who threatens them waits in it',
  },
];
