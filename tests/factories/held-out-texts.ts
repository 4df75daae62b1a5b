/** A text, and what a person would say stands there, as it is matched. What is not in `told` must not be read. */
type HeldOut = { text: string; told: string[] };

/** A line for each text, with what is told after the arrow. */
export const textsOf = (lines: string): HeldOut[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [text = '', told = ''] = line.split(' =>');
      return { text, told: told.split(',').flatMap((each) => each.trim() || []) };
    });

/*
 * Sets on which no rule was made, each read once before its faults were mended; read on `toldOn`, a Monday. Beside what is told
 * stand helplines, own numbers, houses, money, references, dates of birth and habits. What was found at the first reading is in
 * decision 0083.
 */

export const outreachTexts = textsOf(`
Hi, Denise from the night outreach team. Girl at the bus stop on Lozells Road just after midnight last night, said shes 16 but looked more like 14 to me. Got in a silver Astra, I got most of the plate, ZZ09 K?? . Driver on the phone whole time. => age 16, age 14, mark ZZ09K??, day 2016-01-17
Spoke to Mr A at drop in today. works at hand car wash B21 9LR, paid £20 a day, 7 days. boss rings him off 07700 900341 => day 2016-01-18, postcode B21 9LR, phone +447700900341
Car: grey Transit, reg zz14 hvk. Comes about half six most mornings & picks up 5 or 6 men outside the Spar. Drops them back by 7.30. => mark ZZ14HVK
lady in her fifties living in at the takeaway (DY1 4QT I think). Sleeps in store room. She told our volunteer on 12th December. => age 50-59, postcode DY1 4QT, day 2015-12-12
Advert she answered: www.bright-cleaners.example/jobs and then they mailed her from hr@bright-cleaners.example. She is 23. Passport taken on arrival, 9 Jan. => website bright-cleaners.example/jobs, email hr@bright-cleaners.example, age 23, day 2016-01-09
Flat above the bookies, CV1 3FQ. Neighbor counts 11 beds. Men come by taxi all hours. One of girls says she's nineteen. => postcode CV1 3FQ, age 19
He gave number as 0044 7700 900 218 and said ask for Danny. Told us on Sat. => phone +447700900218, day 2016-01-16
Our office line is 0121 496 0999 if you want me, ref TH/2231. The caller would not leave name. White van K482 ZZT parked across the drive on thurs afternoon. => mark K482ZZT, day 2016-01-14
i gave her the helpline 08000 121 700 and my card. She's 31, Romanian, 2 kids back home. Was told she'd earn £1200 a month => age 31
Didnt get the plate. Followed the minibus as far as WS10 7AB. => postcode WS10 7AB
7/1/16 – visited no. 14, door opened by man abt 40, would not let us see Mai. B9 5QY => day 2016-01-07, age 40, postcode B9 5QY
Snapchat/whatsapp on +44 7700 900 655, he calls himself Uncle. Girl is yr 10 so 14 or 15. => phone +447700900655, age 14-15
the man who collects the wages drives a black 4x4, private plate, K5 ZZA I wrote it on my hand. => mark K5ZZA
Met Fatima* (not real name) aged 27 at womens group. Housekeeper, family in Solihull B91 2JS, lets out one hour on sundays. => age 27, postcode B91 2JS
Text she showed me came from 07700-900-812. It said come back or else. Sent 2 days ago. => phone +447700900812, day 2016-01-16
Boy, 17yrs, Vietnamese, found in loft w/ plants, ran off. Seen again new years eve near WV1 4DB. => age 17, day 2015-12-31, postcode WV1 4DB
Emial is karwash.manager@wash4u.example, he puts ads on wash4u.example. => email karwash.manager@wash4u.example, website wash4u.example
I'm on 07700 900999 myself after 5 (my own mobile). Lady is 45ish, Filipino. Employer reg BX65 ZZP => age 45, mark BX65ZZP
B1 the first house on left has blinds down, B2 the second. Van ZZ61ZZL, both days. => mark ZZ61ZZL
they pay £7 for wash, £15 for full valet; takings 400 a day. Lads are 18, 19 & 22. All live over the unit, B66 2NT => age 18, age 19, age 22, postcode B66 2NT
On the 3rd Jan a man came asking for Ana. Said he was the cousin. He left a number 07700 900 47 something => day 2016-01-03
Landlord Mr K, landline 0121 4960 233, charges £90 wk for mattress. 8 in 2 bed. => phone +441214960233
Saw it myself, last weds about 11pm. Two girls, maybe 15 & 16, taken from hotel side door to car ZZ12 *LK => day 2016-01-13, age 15, age 16, mark ZZ12?LK
client is 16 (DOB 14/02/1999), reckons he has worked there years => age 16
Web page where girls r listed: http://brum-massage.example.com/girls.html . One is 'Kim 21'. Phone there 07700 900 390. => website brum-massage.example.com/girls.html, age 21, phone +447700900390
Case no 4471/15, HO ref M1234567. Mrs B, 62, cooks and cleans for family of 6, no wage, CV6 5NH => age 62, postcode CV6 5NH
Wknd before last they moved her. Now at B33 8TH flat 12 3rd floor. Reg of car that moved her ZZ57FFK silver golf => postcode B33 8TH, mark ZZ57FFK
Ring Mrs Shah at no 22, she see's everything: 0121 496 0718 => phone +441214960718
yday at 4pm in Aldi car park, man shouting at 3 lads, took there phones. hi-ace van bx08 zzr => day 2016-01-17, mark BX08ZZR
girl about 13/14 in school time at nail shop, on High St DY5 2RS. been twice now => age 13-14, postcode DY5 2RS
Bank card in name of other person, sort code 20-11-45. Man early 30s takes him to cash point each Friday. => age 30-39
He said 'your mine till you pay 6000'. She is only 20. Wants help but not police. He is on 07700900277 / 07700900278 => age 20, phone +447700900277, phone +447700900278
insta page & site trafficwork-uk.example.net, contact them by jobs at trafficwork-uk.example.net => website trafficwork-uk.example.net
He's 5 foot 8, 30-35, scar on chin, drives B734 ZZN old merc => age 30-35, mark B734ZZN
christmas day we did the food run, same men in sleeping bags behind unit 7, B6 7RT. foreman in Audi ZZ64 TTR watching => day 2015-12-25, postcode B6 7RT, mark ZZ64TTR
Phoned 101 on Sunday, log 1432. Nothing happend. House is WV10 9LE => day 2016-01-17, postcode WV10 9LE
M, 28, Albanian, car wash. F/19 with him, says sister. Not sisters. => age 28, age 19
The car - red fiesta, BX11 ZZ-something. Near M6 junc 6. 12/01/2016 around 0230 hrs => mark BX11ZZ?, day 2016-01-12
Her english is poor so through friend (interpreter NOT from us): was locked in, 3 weeks, let out by other tenant on Friday. B18 5BU. Tenant's mob 07700 900 603 => day 2016-01-15, postcode B18 5BU, phone +447700900603
man rang our centre (0121 496 0999) asking is 'his girl' here. withheld. Voice sounded older. =>
She showed contract: Sunrise Care Ltd, info@sunrise-care.example, tel 0161 496 0884, £11,400 for the visa => email info@sunrise-care.example, phone +441614960884
In may he lost his papers, he's been with them since. Age 39. Sleeps at the yard WS2 8XA w/ two dogs => age 39, postcode WS2 8XA
She's a minor!! 15 y/o from Nigeria, in Erdington with 'auntie', not in school => age 15
Date: 11.01.16 Time: 22.15 Where: lay-by A38 nr B60 4JE. 2 coaches => day 2016-01-11, postcode B60 4JE
the plate ends 4ZZ, thats all. I was with no 9 bus. Girl had blue coat, 16 or 17. => age 16-17
tattoo on neck '0121', goes by Rico, snap rico_b21, phone ends 441 =>
Saw the same lad at the tip, 4th jan. He is 26 but cant say where he lives. Boss mail: skipking@example.com => day 2016-01-04, age 26, email skipking@example.com
Told by a punter, tuesday just gone. Place is above the vape shop B70 8PJ, price £60 half hr, one called Bea, 18 => day 2016-01-12, postcode B70 8PJ, age 18
Trailer w/ 6 men in, farm off B4176 nr WV5 7HD. Truck is ZZ10 GGE => postcode WV5 7HD, mark ZZ10GGE
Worker told me in confidence his wage slip says 40 hrs he does 80. Hes fifty two. Factory DY4 9AA => age 52, postcode DY4 9AA
our email is office@charity.example. Client phone 07700 900 145 only text, only before 3 => phone +447700900145
He takes them at 5am on the 50 bus. 50 min ride. Site off Cov rd, B26 3QJ, nearby school => postcode B26 3QJ
a lad of 14 selling flowers outside the Mailbox on sat nite, man watching from a Vauxhall, ZZ03 BBC => age 14, day 2016-01-16, mark ZZ03BBC
house 114, flat 2, B20 2 ES or thereabouts => postcode B20 2ES
Lucy (24) and Mira (22) shared room w/ 4 others. website gumnet.example/ad/99812 had it as 'student flat' => age 24, age 22, website gumnet.example/ad/99812
New number for him: 07700 9OO 512 and he's back at the garage since Wednesday => phone +447700900512, day 2016-01-13
Chinese lady, poss. late 30s, restaurant kitchen, CV2 4 HG, says owes 18k. => age 30-39, postcode CV2 4HG
Me and Joan did the Friday walk 8th of January. Doorway w/ red light at no. 61, card in phone box: 07700 900 777 'Mimi 19 new' => day 2016-01-08, phone +447700900777, age 19
skoda taxi plate 2214, reg ZZ58 OOD, driver takes 3 diff women in same hr, B12 0 XS => mark ZZ58OOD, postcode B12 0XS
Dear officer, further to our meeting of 5 January 2016 the gentleman (aged 34 years) has now supplied the address, B42 1TN, and the vehicle, ZZ66 JJW. Yours, R. => day 2016-01-05, age 34, postcode B42 1TN, mark ZZ66JJW
`);

/** Of a school, a vet, a hostel’s log. Written with those above, before their author saw a rule. */
export const othersTexts = textsOf(`
[16/01/2016, 23:14] Outreach 2: two girls round back of snooker hall, one says 17, other wont talk. merc estate ZZ13 LLN engine running => day 2016-01-16, age 17, mark ZZ13LLN
Safeguarding note. Pupil (13) collected on Friday by a man not known to school; vehicle registration given by lollipop lady as ZZ59 WKR. => age 13, day 2016-01-15, mark ZZ59WKR
Health visitor here. Mum is 20, no English, flat 4, B10 9QE. A different 'cousin' present each visit. Baby 5 weeks. => age 20, postcode B10 9QE
Farm vet, visited 6 January. Nine men in one caravan, gangmaster's mobile on the gate: 07700 900 064. WR9 0NH => day 2016-01-06, phone +447700900064, postcode WR9 0NH
dont call me on my work number 0121 496 0999. The lad's called Tuan, 16. He messages from 07700 900 886. => age 16, phone +447700900886
Library: man uses pc 3 every tues, always jobs-abroad.example.org/apply, prints contracts for others. Drives fiat BX60 ZZE => website jobs-abroad.example.org/apply, mark BX60ZZE
It's the tanning place, not the nail bar. Postcode B29 6-something. Open till 2am =>
She'd be 19 or 20, hair dyed red. Last seen Thursday evening getting out at New Street. => age 19-20, day 2016-01-14
Taxi marshal: 4 fares this weekend from Broad St to same address B16 8EZ. Women all in 20s => postcode B16 8EZ, age 20-29
Hostel log 21.12.15: resident (m, 41) says boss kept his passport. Boss: 'Vik' 07700 900 509, vik@quickbuild.example => day 2015-12-21, age 41, phone +447700900509, email vik@quickbuild.example
I clean at the hotel. Rm 212 and 214 always the same man pays cash. Girls look 15, 16 at most. He parks a range rover, ZZ15 AAC => age 15, age 16, mark ZZ15AAC
went by again today, shutters down, sign says 'moved to WS1 2LU'. Old number still works => day 2016-01-18, postcode WS1 2LU
Ms C., DOB 3 March 1984 (31), arrived Heathrow 2 Nov, flight BA 118, collected by agent. Agent email: agency.lon@example.net => age 31, day 2015-11-02, email agency.lon@example.net
van man is late 40s, fat, glasses. Van full of copper. y reg: Y821 ZZB => age 40-49, mark Y821ZZB
Told to me by a mum at toddler group on Tues: nanny next door, 22, never off. B13 9TR no 40 => day 2016-01-12, age 22, postcode B13 9TR
Dentist: pt approx 35yrs, 6 teeth out, 'fell'. Escort answered for him and gave tel 0121 496 0377 => age 35, phone +441214960377
(we are at B74 4AA). They're at B75 6RL, back bungalow => postcode B75 6RL
£25 x 6 days, minus 60 rent, minus 30 transport. Nikolai, thirty-four, told me himself 13th Jan. => age 34, day 2016-01-13
Two cars: ZZ11 PPK (blue) and ZZ08 VVB (white). swap over at 6 & 6. => mark ZZ11PPK, mark ZZ08VVB
ask her to text not ring, 07700 900 431, her page is social.example/mai.nails => phone +447700900431, website social.example/mai.nails
30 yr old man, learning difficulties, on the drive gang. Taken to B&Q by the family. pickup 12/12/15 => age 30, day 2015-12-12
Seen Sunday a.m. outside gurdwara kitchen: old gent, 70s, barefoot. Says he is from unit by CV7 9GG => day 2016-01-17, age 70-79, postcode CV7 9GG
Spoke w/ him 10 mins, 2 security men stood there. he's 29. badge no 1187 => age 29
the ad: 'Cash paid daily! Ring Stan 07700 900 119' on lamp post o/s college DY2 8LX => phone +447700900119, postcode DY2 8LX
Email from him below. From: boss.team@liftwork.example Sent: 14 January 2016 08:41 => email boss.team@liftwork.example, day 2016-01-14
There's a lass of sixteen in the kitchen. Chef says niece. Not on rota. => age 16
Reg zz56 - hhd, I think, mud on it => mark ZZ56HHD
boxing day 3am, 12 people out of the back of a lorry, lay by A5, hgv plate BX14 ZZH trailer C44871 => day 2015-12-26, mark BX14ZZH
Cash, 50s and 20s, in envelopes. Counted £2,150. Rota for 9 women on wall. B19 3SA => postcode B19 3SA
Child, F, 12, says 'I live with uncle' - flat over B24 9FE chippy => age 12, postcode B24 9FE
Called helpline 08000 121 700 on 9/1 they said tell police. So: man on site is 58, no hard hat, lives in container. site mgr number 0121 496 0642 => day 2016-01-09, age 58, phone +441214960642
tel:07700900733. mon-fri only => phone +447700900733
Twins aged 9 begging at tram stop, 28 Nov. => age 9, day 2015-11-28
dropped at B43 6JN 5.15am collected 9pm, every single day, m/bus ZZ07 EEU => postcode B43 6JN, mark ZZ07EEU
Our ref: WM/15/204. Your ref: none. The lady (early twenties) left on Wednesday. => age 20-29, day 2016-01-13
his whatsapp is 00 44 7700 900 955 he's about 25 years of age => phone +447700900955, age 25
seen in a Corsa. Number plate: K9 ZZD (dog pic) => mark K9ZZD
website is just www.velvetrooms.example and she is on as 'Lola (23)' => website velvetrooms.example, age 23
No idea of reg. no idea of house no. just know it's the flats at B37 7WZ & he's a big bloke with 2 staffies => postcode B37 7WZ
Following up my call of the 11th: the young man, now 18, is at his friend's in WV14 8TA. => day 2016-01-11, age 18, postcode WV14 8TA
`);

/** Written when the rules had been mended by both sets above. */
export const lastTexts = textsOf(`
Me again. The lad from the car wash rang me Sunday night crying. He thinks he is 17 now, papers say 24. New place: WS3 1QJ, behind the carpet shop. => day 2016-01-17, age 17, age 24, postcode WS3 1QJ
woman, Bulgarian?, forty-ish, bruise on arm. would not give name. Said "he has my passport" and pointed to silver Passat. BX14ZZD. => age 40, mark BX14ZZD
Card left on our noticeboard. Cleaner wanted, live in, call Mrs P 07700 900632 or mrsp@homehelp.example => phone +447700900632, email mrsp@homehelp.example
On 29 December four men were dropped off in the rain without coats; the driver (white, bald, about 55) had an Irish accent. The vehicle was a Ford pick up, ZZ12 RRA. => day 2015-12-29, age 55, mark ZZ12RRA
Rang 999 at 01:20, incident 88 of 17 Jan. They came. Girl, 15 she says, gone by then => day 2016-01-17, age 15
Two sisters, eldest 22, youngest 17, same dress every day, CV3 2PL. 'Aunt' does the talking. => age 22, age 17, postcode CV3 2PL
I volunteer Mon and Thurs. Number on the van is 0116 496 0321, no reg => phone +441164960321
lorry BX62 ZZL / trailer no TR 4471, unloading people not boxes, Thurs 7th Jan 4am => mark BX62ZZL, day 2016-01-07
he's not allowed a key. he's 61. been there since he was a boy. farm is past the Bell, DY7 5HX => age 61, postcode DY7 5HX
Found on receipt: www.luxe-nails.example/book, tel 0121-496-0854. Total £34.00 paid 15/01/16 => website luxe-nails.example/book, phone +441214960854, day 2016-01-15
Maria told me 3 nights ago: "they lock us from 9". Maria, 26, room at top, green door, WV2 3NN => day 2016-01-15, age 26, postcode WV2 3NN
Boys in the 6-a-side team say a new lad never has boots, no school, maybe 12. uncle drives taxi plate no 771 => age 12
gaffer's number is 07700900044, brother's is 07700900045. Both in the grey Insignia (ZZ14 NNY) => phone +447700900044, phone +447700900045, mark ZZ14NNY
We run the night shelter at B5 6AA. Bed 12: Polish, m, 38, owes 900 to man who brought him => age 38
New Years Day, 10.30, car park at B31 1AE. Three women swapped between two cars. One car ZZ09 AAX => day 2016-01-01, postcode B31 1AE, mark ZZ09AAX
He is in his late fifties and has worked for the same family for thirty years without pay. CV8 1GH => age 50-59, postcode CV8 1GH
Chased after a girl of 13 or 14 barefoot on A41, wednesday teatime => age 13-14, day 2016-01-13
cannabis smell, windows foil, 3 locks. viet lad at window no more than 16. B44 8DD. Vauxhall combo bx57 zzu => age 16, postcode B44 8DD, mark BX57ZZU
site agent James says ring 07700 900 267 after 2. 40 men, 3 toilets. £45 a day less £20 for van => phone +447700900267
The carer is 33 (visa says 29). Paid £12k to agency, visacare.example.org, to come. Works nights at B73 6LP home => age 33, age 29, website visacare.example.org, postcode B73 6LP
spoke to him today briefly. 4 tattoos, one says 1987. 50yr old or so => day 2016-01-18, age 50
Plate: K?12 ZZF or R?12 ZZF. Blue Rover. Third time in a fortnight => mark K?12ZZF, mark R?12ZZF
the mother (38) and her girl (11) both clean the same offices from 4 till 8 before school. WS13 6PW => age 38, age 11, postcode WS13 6PW
He messages girls as anna.model@example.net and anna_mod. Meet at Travel hotel, room 9, Friday 8th => email anna.model@example.net, day 2016-01-08
fisherman by canal since before xmas. hands raw. 25? 30? hard to say. tent by lock 14 =>
Refuge number 0808 800 5000 given. She is nineteen, her baby is 3 months. Left him on 10th Jan => age 19, day 2016-01-10
R reg Escort, R414 ZZW, comes for the big issue sellers at 5. An old fella, 60s, takes the money => mark R414ZZW, age 60-69
Flat 7, 15 Oak Court, DY8 2BB: buzzers taped, 6 mattresses put out on Monday 11 January => postcode DY8 2BB, day 2016-01-11
interpreter hung up. client aged around 20-25, Eritrean, phone 07700 900 701, no charger => age 20-25, phone +447700900701
ZZ15 HHA, ZZ15 HHB, both hired. A youth of seventeen washes them at 2am in the snow => mark ZZ15HHA, mark ZZ15HHB, age 17
`);

/** Written when a number beside a person had become a rule of its own. */
export const newestTexts = textsOf(`
there is a young girl, blond, 15 if that, in the back of the barbers every sat. CV21 2AB => age 15, postcode CV21 2AB
Ahmed - 29 - sleeps in the lock-up. Mehmet - 31 - in the van. ZZ58 GGL => age 29, age 31, mark ZZ58GGL
Spoken to 14 workers, 3 would talk. One is 44, has lost two fingers. Thurs 14/1 => age 44, day 2016-01-14
The baby-faced one must be 16 tops, other two mid twenties. seen yest 07700 900 021 is the minder => age 16, age 20-29, day 2016-01-17, phone +447700900021
She left Vietnam at 14, is now 19. Came by lorry, 27 people in it. Owes 22,000. => age 19
name: Kasia / age: 32 / from: Lodz / living: B11 4RR / works: chicken factory => age 32, postcode B11 4RR
old boy of seventy odd in a shed, WR14 1XX, no heating, feeds the dogs, since 1998 => age 70, postcode WR14 1XX
Got 12 quid for 10 hours, 2 meals. He is 21. wont go to police. ring him 07700 900 838 evenings => age 21, phone +447700900838
teenage boy (14?) on a bike to the cuckoo house, 33 Elm Rd, at 8, 10 and 12 each night => age 14
Her date of birth is on the card 2/5/97 so eighteen. Manager: alan@cleanlease.example => age 18, email alan@cleanlease.example
3 lads in bunk beds, 20 to 25 yrs, no keys, B8 1DD. Minibus ZZ06 WNN 5.45 on the dot. => age 20-25, postcode B8 1DD, mark ZZ06WNN
Waitress about my age (I am 40) told me on Saturday that the tips go to the boss, all of them => day 2016-01-16
Bus driver on the 11: same woman, same time, 6.40, always with a man of around 50 who holds her arm => age 50
four girls 18-22 advertised at velvet-nights.example.com; one told outreach she was sold for 3k => age 18-22, website velvet-nights.example.com
He has a son, 6, in Albania & they send him pictures. He is 28. Tel 07700 900 377. => age 6, age 28, phone +447700900377
I counted: 11 women, 2 rooms, 1 toilet. Door 9. Monday 4 January, CV11 5TT => day 2016-01-04, postcode CV11 5TT
his wife, 36 weeks pregnant, carries bricks. she may be 23 or 24. site by WS9 8GG => age 23-24, postcode WS9 8GG
Caller says lad of 15 or so cleans the kebab shop until 3am and is at school (year 10) by 9 => age 15
F 17 and M 19, Romanian, pickpocketing. Handler in gold Lexus ZZ10 BBT nearby => age 17, age 19, mark ZZ10BBT
The two of them, mother and daughter, 51 and 30, live in the one room since October => age 51, age 30
`);
