import type { Scenario } from './scenario.ts';

/** Work in kitchens, shops, factories and care. */
export const indoorLabour: readonly Scenario[] = [
  {
    code: 'nail-bar',
    types: ['labour'],
    title: 'Young nail bar workers who never speak',
    account:
      'The girls in this nail bar look very young. There are {count} of them and they never speak to customers. An older woman takes the money and sits where she can see all of them. They are dropped off and collected together {days}.',
    released:
      'About {count} workers at a nail bar appear to be under age. An older woman controls them, and they are moved to and from the shop as a group.',
    place: { kind: 'work', sector: 'beauty', business: 'Pretend Nails', people: [3, 8] },
    vehicleUse: 'Brings the girls and waits at closing time',
  },
  {
    code: 'food-packing',
    types: ['labour'],
    title: 'Agency takes pay of food packers',
    account:
      'Packers on the night line have to pay an agency man {pay} for every shift they are given. Those who complain get no work for a week. {count} of them came by the same coach and share one flat.',
    released:
      'An agency contact takes a payment for each shift from about {count} food packers, and refuses work to those who object.',
    place: { kind: 'work', sector: 'food_processing', people: [8, 30] },
    vehicleUse: 'Takes the packers from the flat to the night line',
  },
  {
    code: 'takeaway-kitchen',
    types: ['labour'],
    title: 'Kitchen hand sleeping above a takeaway',
    account:
      'A young man washes up in this kitchen from noon until long after midnight, {days}. He sleeps above it on the floor. He said he has had no wages since he came, {weeks} weeks ago, and that his passport is in the safe.',
    released:
      'A kitchen worker lives above a takeaway, works from noon until late and is believed to be unpaid. His passport is held by the owner.',
    place: { kind: 'work', sector: 'hospitality', business: 'The Imaginary Kitchen', people: [1, 4] },
    vehicleUse: 'Used by the owner for deliveries',
  },
  {
    code: 'hotel-cleaning',
    types: ['labour'],
    title: 'Hotel cleaners charged for their uniforms',
    account:
      'The women who clean rooms here are charged for uniforms, keys and broken cups until nothing is left of their pay. {count} of them sleep in two rooms in the cellar. Their supervisor decides who may telephone home.',
    released:
      'Deductions take most of the pay of about {count} hotel cleaners, who are housed in the cellar. A supervisor limits their contact with family.',
    place: { kind: 'work', sector: 'cleaning', business: 'Nowhere Lodge', people: [4, 10] },
    vehicleUse: 'Moves the cleaners between two hotels',
  },
  {
    code: 'night-warehouse',
    types: ['labour'],
    title: 'Warehouse pickers afraid of their driver',
    account:
      'Workers in the night warehouse go quiet when the driver walks in. He calls out names and those people go with him, {days}. A man who asked about his wages came back with a black eye.',
    released:
      'A driver selects workers at a night warehouse and is feared by them. One who asked about wages was injured soon afterwards.',
    place: { kind: 'work', sector: 'factory', people: [6, 20] },
    vehicleUse: 'The driver takes chosen workers away in it',
  },
  {
    code: 'care-agency',
    types: ['labour'],
    title: 'Care workers bound by a fee',
    account:
      'Care workers were told to pay back a fee for their visas at {pay} each visit. One carer does visits {days} without a break and sleeps in her car between them. She is afraid that she will be sent home.',
    released:
      'A care agency recovers a visa fee from workers’ pay. Workers are believed to do excessive hours out of fear of removal.',
    place: { kind: 'work', sector: 'care', people: [2, 9] },
    vehicleUse: 'A carer sleeps in it between visits',
  },
  {
    code: 'bakery',
    types: ['labour'],
    title: 'Bakery staff locked in at night',
    account:
      'The shutters of the bakery are locked from outside at night with {count} people working behind them. I heard knocking once. A man opens up in the morning and counts them out.',
    released:
      'About {count} people work at night in a bakery whose shutters are locked from outside. One man holds the key.',
    place: { kind: 'held', sector: 'factory', business: 'Makebelieve Bakery', people: [3, 9] },
    vehicleUse: 'Delivers bread before the shutters are opened',
  },
  {
    code: 'clothing-workshop',
    types: ['labour'],
    title: 'Sewing workshop behind blocked windows',
    account:
      'The windows of the unit are boarded but sewing machines run {days}. About {count} women go in by the back and a man checks their bags. They are paid by the piece and say it comes to {pay}.',
    released:
      'A sewing workshop with blocked windows employs about {count} women at piece rates far below the minimum. Their bags are checked when they leave.',
    place: { kind: 'work', sector: 'factory', people: [7, 22] },
    vehicleUse: 'Takes finished clothes away twice a week',
  },
  {
    code: 'leaflets',
    types: ['labour'],
    title: 'Leaflet teams without food',
    account:
      'A team of {count} pushes leaflets through doors from morning until dark with nothing to eat. They were left at the roadside when it rained. One of them asked at our door for bread.',
    released:
      'A team of about {count} delivers leaflets for long hours without food and is left at the roadside in bad weather.',
    place: { kind: 'transit', sector: 'other', people: [3, 8] },
    vehicleUse: 'Drops the team at the top of the street',
  },
];
