import type { Scenario } from './scenario.ts';

/** Work in homes, and what fits no other head. */
export const domestic: readonly Scenario[] = [
  {
    code: 'nanny',
    types: ['domestic_servitude'],
    title: 'Nanny who may not leave the house',
    account:
      'The woman who looks after the children may not go out without them. She sleeps on the nursery floor and works from early until the last one is asleep. She has been there for {weeks} weeks and has had {pay} altogether.',
    released: 'A nanny is not allowed out alone, sleeps on the floor and has hardly been paid.',
    place: { kind: 'home' },
    vehicleUse: 'The family’s car, in which she is never alone',
  },
  {
    code: 'house-cook',
    types: ['domestic_servitude'],
    title: 'Cook in a large house without wages',
    account:
      'She cooks and cleans for a family of {count} and eats what is left. Her passport was taken when she arrived. The bins are the only place where anybody can speak to her.',
    released: 'A woman cooks and cleans for a large family without wages. Her passport was taken on arrival.',
    place: { kind: 'home', people: [5, 9] },
    vehicleUse: 'Used by the head of the household',
  },
  {
    code: 'unpaid-carer',
    types: ['domestic_servitude'],
    title: 'Carer at home day and night',
    account:
      'A young woman lifts and washes an elderly man day and night and is not paid. She was told that it is for her keep. When the nurse called she was sent into the garden.',
    released:
      'A young woman cares for an elderly man day and night without pay and is hidden from visiting services.',
    place: { kind: 'home', sector: 'care' },
    vehicleUse: 'The household’s car',
  },
  {
    code: 'child-at-home',
    types: ['domestic_servitude'],
    title: 'Girl who is not at school',
    account:
      'A girl of about 12 came to live with this family {weeks} weeks ago and has not been to school. She carries the shopping and minds three small children. She flinches when she is called.',
    released: 'A girl of about 12 does the housework of a family, is not at school and appears afraid.',
    place: { kind: 'home' },
    vehicleUse: 'Takes the other children to school',
  },
  {
    code: 'lent-cleaner',
    types: ['domestic_servitude', 'labour'],
    title: 'Cleaner lent from house to house',
    account:
      'The same woman is lent to {count} houses to clean. She is driven from one to the next and never has money on her. She asked for a coat in November.',
    released:
      'A cleaner is passed between about {count} households and driven from one to the next. She is believed to be unpaid.',
    place: { kind: 'home', sector: 'cleaning' },
    vehicleUse: 'Drives her from one house to the next',
  },
  {
    code: 'promised-marriage',
    types: ['domestic_servitude', 'other'],
    title: 'Bride kept as a servant',
    account:
      'She came to be married and has been a servant since. She sleeps in the kitchen, may not use a phone, and was hit when she wrote a letter. It has gone on for {weeks} weeks.',
    released:
      'A woman who came to be married is kept as a servant, is not allowed a phone and has been assaulted.',
    place: { kind: 'held' },
    vehicleUse: 'She was brought from the airport in it',
  },
  {
    code: 'kidney-offer',
    types: ['organ_removal'],
    title: 'Man offered money for a kidney',
    account:
      'A man was told that his debt is forgotten if he gives a kidney abroad. He has been to see somebody twice and has a date and a ticket. He is frightened but does not dare to refuse.',
    released: 'A man in debt is being pressed to give a kidney abroad. Travel has been arranged.',
    place: { kind: 'other' },
    vehicleUse: 'Took him to see somebody twice',
  },
  {
    code: 'move-in-at-night',
    types: ['not_sure'],
    title: 'People moved in at night',
    account:
      'People are moved into this house at night with one bag each and gone again after some days. {count} were counted going in last week. Nobody answers the door, but there is always someone behind the curtain.',
    released:
      'Small groups are moved into a house at night and out again after some days. About {count} were seen in one week.',
    place: { kind: 'home', people: [4, 15] },
    vehicleUse: 'Brings people at night and leaves at once',
  },
  {
    code: 'frightened-worker',
    types: ['not_sure'],
    title: 'Frightened man who would not say why',
    account:
      'A man came in to get warm and hid when a car drew up. He had no papers, no phone and no coat. He would not say where he lives, only that he must be back before he is counted.',
    released:
      'A man without papers or phone appears to be under somebody’s control and in fear. Where he lives is not known.',
    place: { kind: 'other' },
    vehicleUse: 'The car from which he hid',
  },
  {
    code: 'barred-door',
    types: ['not_sure'],
    title: 'Bars on a bedroom door',
    account:
      'During a repair a bolt and a bar were seen on the outside of a bedroom door. There was a bucket in the room and a plate. The tenant said it was for a dog, but there is no dog.',
    released: 'A bedroom in a house can be barred from outside and shows signs that somebody was held there.',
    place: { kind: 'held' },
    vehicleUse: 'Parked close to the back door',
  },
];
