import type { Scenario } from './scenario.ts';

/** Work in yards, fields and on building sites. */
export const labour: readonly Scenario[] = [
  {
    code: 'car-wash',
    types: ['labour'],
    title: 'Car wash workers said to be unpaid',
    account:
      'About {count} men wash cars here {days}. They have no gloves and their hands are sore and red. One man said he gets {pay} and sleeps in a container behind the yard. The man in charge keeps all of their papers in a tin.',
    released:
      'Around {count} men work at a hand car wash without protective clothing. They are believed to be paid well below the minimum and to sleep on site, and one man holds their documents.',
    place: { kind: 'work', sector: 'car_wash', business: 'Invented Hand Car Wash', people: [4, 11] },
    vehicleUse: 'Brings the workers and takes the day’s money away',
  },
  {
    code: 'field-picking',
    types: ['labour'],
    title: 'Farm workers driven out before dawn',
    account:
      '{count} people are collected while it is still dark, {days}. They come back after nightfall with mud on their clothes. A woman showed her pay slip: almost everything was taken off for rent and transport.',
    released:
      'A group of about {count} is taken to farm work before dawn and brought back at night. Deductions for rent and transport are believed to leave them almost nothing.',
    place: { kind: 'pick_up', sector: 'agriculture', people: [6, 18] },
    vehicleUse: 'Collects the pickers at the corner and brings them back at night',
  },
  {
    code: 'building-site',
    types: ['labour'],
    title: 'Labourers on a building site without papers',
    account:
      'Men who do not speak to anybody carry bricks on this site. {count} of them share one hard hat between two. When one hurt his leg he was driven off and nobody called an ambulance. They have been here for {weeks} weeks.',
    released:
      'About {count} labourers on a building site work without safety equipment. After an injury one of them was removed from the site without medical help.',
    place: { kind: 'work', sector: 'construction', people: [3, 12] },
    vehicleUse: 'Drops the men at the gate and picks them up',
  },
  {
    code: 'driveways',
    types: ['labour', 'criminal'],
    title: 'Older man made to lay driveways',
    account:
      'An older man is brought to lay paving {days}. He is thin, wears the same clothes every time and eats what the others leave. A woman next door gave him water and he was shouted at for taking it.',
    released:
      'A man in poor health is made to lay driveways with a family group. He appears underfed and is shouted at when people speak to him.',
    place: { kind: 'work', sector: 'driveways' },
    vehicleUse: 'Carries the paving, with the man in the back',
  },
  {
    code: 'recycling-yard',
    types: ['labour'],
    title: 'Night sorting at a waste yard',
    account:
      'The lights are on all night at the yard and {count} people sort waste by hand. They sleep on pallets under a plastic sheet. A lad from the yard came in with a cut arm and said he may not leave before his debt is paid.',
    released:
      'About {count} people sort waste at night and live in the yard. At least one is believed to be working off a debt and to have been hurt.',
    place: { kind: 'work', sector: 'recycling', business: 'Pretend Recovery Yard', people: [5, 14] },
    vehicleUse: 'Takes sorted metal away at night',
  },
  {
    code: 'scrap-round',
    types: ['labour', 'criminal'],
    title: 'Two men made to collect scrap',
    account:
      'Two men go from door to door for scrap, {days}, whatever the weather. They say they owe the driver for their tickets. The driver stays in the cab and counts what they bring.',
    released:
      'Two men collect scrap from door to door for a driver to whom they are believed to owe travel costs. They are watched throughout.',
    place: { kind: 'transit', sector: 'recycling' },
    vehicleUse: 'Follows the two men slowly along the street',
  },
  {
    code: 'poultry-catching',
    types: ['labour'],
    title: 'Poultry catchers kept in a minibus',
    account:
      'A crew of {count} catches birds at farms through the night and sleeps in the minibus between jobs. One of them told how they washed at a petrol station. He had not been paid for {weeks} weeks.',
    released:
      'A crew of about {count} works nights at several farms and sleeps in a vehicle. Pay is believed to be withheld for weeks.',
    place: { kind: 'transit', sector: 'agriculture', people: [5, 12] },
    vehicleUse: 'Minibus in which the crew travels and sleeps',
  },
  {
    code: 'crowded-house',
    types: ['labour'],
    title: 'Overcrowded house run by a gangmaster',
    account:
      'There are mattresses in every room and {count} people live in a house with three bedrooms. The man who rents it out is also the man who gives them work. He comes {days} and takes cash from each of them.',
    released:
      'A house with three bedrooms holds about {count} people. The person who lets it also controls their work and collects cash from them.',
    place: { kind: 'home', sector: 'food_processing', people: [10, 24] },
    vehicleUse: 'The landlord comes in it to collect money',
  },
  {
    code: 'bank-cards',
    types: ['labour', 'other'],
    title: 'Wages paid into accounts held by another',
    account:
      'A man came for help with a letter from a bank. An account in his name has had wages paid in for {weeks} weeks, but he has never had the card. He says {count} others in the house are in the same position.',
    released:
      'Wages of about {count} workers are paid into accounts that they do not control. One man holds the cards.',
    place: { kind: 'home', sector: 'factory', people: [4, 12] },
    vehicleUse: 'The man with the cards drives it to cash machines',
  },
];
