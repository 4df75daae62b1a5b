/**
 * 200 invented texts as partners write them, with 400 things planted in them to be read: 50 sentences with two gaps each, four
 * times, and in each gap the next way of writing what belongs there. Beside them stands what must not be read: helplines, the
 * partner's own numbers, roads and houses, money, times, flights, references. Telephone numbers are of the ranges that Ofcom
 * keeps for drama, addresses of the names kept for examples.
 */

export const toldKinds = ['mark', 'phone', 'postcode', 'email', 'website', 'age', 'day'] as const;
export type ToldKind = (typeof toldKinds)[number];
/** What stands in a text, as it is matched: ages as "15" or "20-29", days as they are reckoned from `toldOn`. */
export type Told = { kind: ToldKind; normalised: string };

/** A Monday. */
export const toldOn = '2016-01-18';

/** Numbers of the partner who writes and of helplines, as they are matched. */
export const notTheirs = {
  phones: ['+441214960999', '+448000121700', '+44800555111', '+448088005000'],
  emails: ['office@charity.example'],
  websites: ['charity.example'],
};

/** By gap the ways of writing: as written, and as matched. `plate` stands where the sentence says that it is a mark. */
const ways: Record<'mark' | 'plate' | Exclude<ToldKind, 'mark'>, [written: string, normalised: string][]> = {
  mark: [
    ['ZZ15 ZZZ', 'ZZ15ZZZ'],
    ['bx12abc', 'BX12ABC'],
    ['bx12 abd', 'BX12ABD'],
    ['BX12ABE', 'BX12ABE'],
    ['Bx12 Abf', 'BX12ABF'],
    ['BX 12 ABG', 'BX12ABG'],
    ['BX12-ABH', 'BX12ABH'],
    ['BX1? A?J', 'BX1?A?J'],
    ['bx?? abk', 'BX??ABK'],
    ['BX12 A**', 'BX12A??'],
    ['K123 ZZA', 'K123ZZA'],
    ['k123zzb', 'K123ZZB'],
    ['ZZC 123M', 'ZZC123M'],
    ['zz15zzd', 'ZZ15ZZD'],
    ['BX12 AB?', 'BX12AB?'],
    ['ZZ65 ZZE', 'ZZ65ZZE'],
    ['zz65 zzf', 'ZZ65ZZF'],
    ['ZZ 65 ZZG', 'ZZ65ZZG'],
    ['??12 ABL', '??12ABL'],
    ['BX12  ABM', 'BX12ABM'],
  ],
  plate: [
    ['bx 12 abn', 'BX12ABN'],
    ['BX12', 'BX12???'],
    ['BXI2 ABP', 'BX12ABP'],
    ['BX12 ___', 'BX12???'],
    ['B 99 XYZ', 'B99XYZ'],
    ['WX 12345', 'WX12345'],
    ['GEZ 1234', 'GEZ1234'],
    ['m12 zzh', 'M12ZZH'],
    ['bx1o abr', 'BX10ABR'],
    ['zz15 zzj', 'ZZ15ZZJ'],
    ['BX.12.ABS', 'BX12ABS'],
    ['bx12', 'BX12???'],
  ],
  phone: [
    ['07700 900123', '+447700900123'],
    ['07700900124', '+447700900124'],
    ['0121 4960123', '+441214960123'],
    ['0121 496 0124', '+441214960124'],
    ['(0121) 496 0125', '+441214960125'],
    ['+44 7700 900126', '+447700900126'],
    ['+44 (0)7700 900 127', '+447700900127'],
    ['0044 7700 900128', '+447700900128'],
    ['447700900129', '+447700900129'],
    ['07700-900-130', '+447700900130'],
    ['077 00 90 01 31', '+447700900131'],
    ['O7700 900132', '+447700900132'],
    ['07700 9OO133', '+447700900133'],
    ['07700.900.134', '+447700900134'],
    ['0121-4960135', '+441214960135'],
    ['07700 900 136', '+447700900136'],
    ['0 7700 900137', '+447700900137'],
    ['+447700900138', '+447700900138'],
    ['07700/900139', '+447700900139'],
    ['0121 496 o140', '+441214960140'],
  ],
  postcode: [
    ['B11 1AA', 'B11 1AA'],
    ['b11 1ab', 'B11 1AB'],
    ['b111ad', 'B11 1AD'],
    ['B111AE', 'B11 1AE'],
    ['CV1 1AA', 'CV1 1AA'],
    ['cv11ab', 'CV1 1AB'],
    ['WV10  0AA', 'WV10 0AA'],
    ['B11 IAF', 'B11 1AF'],
    ['BI1 1AG', 'B11 1AG'],
    ['B1 11AH', 'B11 1AH'],
    ['B11-1AJ', 'B11 1AJ'],
    ['B11 1 AL', 'B11 1AL'],
    ['ws1 1aa', 'WS1 1AA'],
    ['DY1 1AA', 'DY1 1AA'],
    ['SW1A 1AA', 'SW1A 1AA'],
    ['B11.1AN', 'B11 1AN'],
    ['b11 lap', 'B11 1AP'],
    ['B13 8ZZ', 'B13 8ZZ'],
  ],
  email: [
    ['boss@example.com', 'boss@example.com'],
    ['Work.Abroad@Example.org', 'work.abroad@example.org'],
    ['jobs_uk24@mail.example.net', 'jobs_uk24@mail.example.net'],
    ['carwash-jobs@example.co.uk', 'carwash-jobs@example.co.uk'],
  ],
  website: [
    ['www.example.com/ads?id=7', 'example.com/ads?id=7'],
    ['example.org/massage', 'example.org/massage'],
    ['https://jobs.example.net', 'jobs.example.net'],
    ['Example.co.uk', 'example.co.uk'],
  ],
  age: [
    ['aged 15', '15'],
    ['15yo', '15'],
    ['about 16 years old', '16'],
    ['15-year-old', '15'],
    ['17 y/o', '17'],
    ['in her 20s', '20-29'],
    ['sixteen year old', '16'],
    ['15 or 16 yrs old', '15-16'],
    ['aged about 34', '34'],
    ['(14)', '14'],
    ['age 13', '13'],
    ['12 yr old', '12'],
  ],
  day: [
    ['last Tuesday', '2016-01-12'],
    ['yesterday', '2016-01-17'],
    ['on 12/01/2016', '2016-01-12'],
    ['on 3rd January', '2016-01-03'],
    ['on the 4th of Jan', '2016-01-04'],
    ['two days ago', '2016-01-16'],
    ['on Friday', '2016-01-15'],
    ['on 18.12.15', '2015-12-18'],
    ['on 5 January 2016', '2016-01-05'],
    ['last night', '2016-01-17'],
    ['on Sat 9 Jan', '2016-01-09'],
    ['on 28/12/15', '2015-12-28'],
    ['this Thursday past, 14 January', '2016-01-14'],
    ['on Christmas Eve', '2015-12-24'],
  ],
};

const sentences = [
  'The van came again {day}, {mark}, and took six men off the M25 at 9am.',
  'I saw {mark} parked outside 12 High Street. The driver rings from {phone}.',
  'white transit {mark} picks them up at 5.30 near {postcode}',
  'They live at flat 3, {postcode}. Rent is £300 a week. He can be reached on {phone}.',
  'A girl {age} was put in a car, {mark}, outside the B1 the first house on the left.',
  'call me on 0121 496 0999 if you need more. The man uses {phone} and {phone}.',
  'The advert is at {website}, phone {phone}. It says £60 for half an hour.',
  'reg {plate}, silver, two doors. Seen {day} about 10pm.',
  'Number plate was {plate} I think. House is in {postcode} next to the shop at number 14.',
  'we gave her the helpline 08000 121 700 and she gave us {phone}. She stays at {postcode}',
  '{mark} and {mark} come every morning at 6.15 and leave by 18:00',
  'He is {age} and cannot leave. The others at {postcode} are older.',
  'Our ref 65ACK-CNAAA. The same car {mark} came {day}.',
  'crime 20BE/12345X/16 is about {postcode}. The new number is {phone}',
  'Flight BA 123 from Tirana landed {day}; a car with plate {plate} was waiting.',
  'She wrote to {email} and was told to come to {postcode}.',
  'Wages are paid from {email}; she got 40 pounds for 12 hours {day}.',
  'boy {age} seen in {mark} with 2 older men, 07.45',
  'The bus no 11 stops there. {phone} is the one who collects, he drives {mark}.',
  'Ten men at {postcode} at 10am, 4 of them in a room of 3m by 2m. Minibus {mark}.',
  'Car wash in {postcode}. Boss drives a black Audi {mark}, takes 70% of what they earn.',
  'They were moved from B12 and CV12 to {postcode} {day}.',
  'her mobile is {phone}, his is {phone}, both off since 8pm',
  'The plate begins {plate}. I could not see the rest as it was 11 at night. They went to {postcode}.',
  'nail bar, {postcode}, cash only, 7 days a week, girls look {age}',
  'Somebody ({phone}) texts her 20 times a day to go to {postcode} or pay the £4,500.',
  'ring us on 0121 496 0999 ext 12 before acting. Vehicle {mark} is there from 6 until 9, at {postcode}.',
  'Childline 0800 1111 was told. The child, {age}, was taken {day} by an uncle.',
  'blue van {mark}, dent left side, 3 men in the back, M6 junction 7 {day}',
  'Taxi {mark} brings a woman {age} to number 27 most nights at half past 10.',
  'I was told {day} that the workers sleep in a unit at {postcode}, unit 4b, 2nd floor.',
  'our office is B4 7ZZ but this is about {postcode}, phone {phone}',
  'Sort code 20-00-00 account 12345678 is where it goes, he texted from {phone} {day}.',
  'Website {website} shows her, {age}, with no face.',
  'registration {plate} and the trailer is {mark}, both at the farm',
  'See {website} and {website}, same photos, same words.',
  'A man {age} with a scar drives them in {mark}.',
  'Passport number 123456789 was kept by him. He answers {phone}, lives {postcode}.',
  'They start at 4.30am, 6 days, 12/14 hour shifts, collected in {mark} from {postcode}',
  'Went past {day} at 14:20: {mark} on the drive, curtains shut.',
  'The woman is {age}, Romanian, speaks no English, moved here {day}.',
  'He sat in the car, {mark}, for an hour and may have seen us. Number to reach him {phone}',
  'Report our own office@charity.example only. Her boss is {email}, car {mark}.',
  'Owed 3000 for travel, 150 per week taken, {phone} rings when she is late, he waits in {mark}',
  'invoice 2016-0012 shows the agency at {postcode}, tel {phone}.',
  'One of them, {age}, said the address was {postcode} or the one after.',
  'registered keeper of {mark} is not who drives it. He was there {day}.',
  'Crimestoppers 0800 555 111 had this in 2014. Now {mark} again and {mark} with it.',
  'they pay 5 pounds an hour at the place by {postcode}. Ask for him on {phone}, after 6 pm.',
  'Old man, {age}, works on drives with a crew, tipper {mark}, no pay for 15 years.',
] as const;

const gap = /\{(\w+)\}/g;

function written(): { text: string; told: Told[] }[] {
  const turn = new Map<string, number>();
  return [0, 1, 2, 3].flatMap(() =>
    sentences.map((sentence) => {
      const told: Told[] = [];
      const text = sentence.replace(gap, (_, name: keyof typeof ways) => {
        const next = turn.get(name) ?? 0;
        turn.set(name, next + 1);
        const [as, normalised] = ways[name][next % ways[name].length] ?? ['', ''];
        told.push({ kind: name === 'plate' ? 'mark' : name, normalised });
        return as;
      });
      return { text, told };
    }),
  );
}

export const toldTexts = written();

/**
 * Clipped and misspelt, as people type on a telephone or take down a call: each of these was read wrongly once, when 60 such
 * texts were held against the rules without having been seen before.
 */
export const clippedTexts: { text: string; told: string[] }[] = [
  {
    text: '- girl abt 15\n- nail bar, B8 3JX\n- picked up sat 16 jan',
    told: ['age 15', 'postcode B8 3JX', 'day 2016-01-16'],
  },
  { text: 'tel no on card 0121-496-0457 , cash only', told: ['phone +441214960457'] },
  { text: 'she sed her name is Lan, shes 17yrs, came 3.1.16', told: ['age 17', 'day 2016-01-03'] },
  { text: 'vrm=BX13OZZ. driver=male 40s', told: ['mark BX13OZZ', 'age 40-49'] },
  {
    text: 'lads "no older than 16" in the field nr DY4 7PQ',
    told: ['age 16', 'postcode DY4 7PQ'],
  },
  {
    text: 'it was BX15 ZZ something, red focus, last thurs night',
    told: ['mark BX15ZZ?', 'day 2016-01-14'],
  },
  { text: 'Her mum says shes only thirteen. Took her phone', told: ['age 13'] },
  { text: '2 cars: bx10zzh / bx 60 zzj', told: ['mark BX10ZZH', 'mark BX60ZZJ'] },
  { text: 'Male, 31, Romanian. Female, 29, same', told: ['age 31', 'age 29'] },
  { text: 'Seen on tues 12th, from the 9th floor', told: ['day 2016-01-12'] },
  { text: 'on the 9th he took her wages again. he is 50ish', told: ['day 2016-01-09', 'age 50'] },
  { text: 'private plate: ZZ1 BOS or similar', told: ['mark ZZ1BOS'] },
  { text: 'new years eve they came to B11 1AA', told: ['day 2015-12-31', 'postcode B11 1AA'] },
  { text: 'She is 24 and has 2 kids, 3 and 5.', told: ['age 24', 'age 3', 'age 5'] },
  { text: '3 girls in the cab, look bout 14 - 15', told: ['age 14-15'] },
  { text: 'NI no is QQ123456C, dob 04/02/1998', told: ['age 17'] },
  { text: 'yest eve, ws2 8hj', told: ['day 2016-01-17', 'postcode WS2 8HJ'] },
];
