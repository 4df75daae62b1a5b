/** The words by which a number in a text is somebody's age, or is not; all in small letters. */
const words = (...lists: string[]): ReadonlySet<string> => new Set(lists.join(' ').split(' '));

/** Of whom few years are told. */
export const child = words(
  'child kid kiddie boy girl lad lass bairn baby infant toddler son daughter brother sister pupil juv juvenile twin',
);
/** One of whom an age is told. */
export const person = words(
  ...child,
  'he she who one man woman lady guy bloke gent gentleman chap fella feller fellow male female person adult teen teenager youth',
  'mother father mum mom mam dad nan gran grandad grandmother grandfather wife husband partner parent spouse boyfriend girlfriend',
  'uncle aunt auntie niece neice nephew cousin friend freind mate neighbour neighbor wmn minor eldest oldest youngest elder older',
  'younger client resident patient pt student tenant lodger guest stranger passenger pax pensioner migrant driver boss gaffer',
  'owner worker cleaner nanny housekeeper housemaid apprentice waiter waitress labourer picker packer porter barber dancer manager',
  'foreman builder farmer carer cook chef landlord landlady interpreter suspect susp subject sub caller vic victim nom nominal',
  'minder handler madam pimp beggar buyer trafficker runner dealer homeowner yp su uasc vot pvot survivor claimant applicant law ex',
  'pal widow widower bride groom fiance fiancee aunty granny grandpa sibling learner trainee perpetrator perp offender orphan newborn',
);
/** Several of whom few years are told. */
export const children = words(
  'boys girls lads lasses children kids babies toddlers pupils daughters sons twins juvs juveniles',
);
export const people = words(
  ...children,
  'they we both all teens teenagers youths brothers sisters siblings',
  'males females men women ladies guys blokes chaps fellas adults people couple parents friends mates cousins nieces nephews',
  'clients residents patients students tenants workers staff cleaners pickers suspects victims vics passengers migrants',
  'ones minors lodgers guests drivers',
);
/** Somebody is spoken of. */
export const pronouns = words(
  "him her his hers their them hes shes he’s she’s he's she's theyre teenage herself himself young",
);
/** Where somebody is from, without the ending of who is from somewhere: "a Thai, 27". */
export const nationals = words(
  'thai pole czech slovak serb croat turk kurd afghan greek filipina filipino roma pakistani iraqi somali bangladeshi nepali yemeni',
);
/** Words with the ending of who does something or is from somewhere, and none of people. */
export const notAgents = words(
  'over under after water corner never ever later earlier other another together whether either rather however matter letter paper',
  'number computer counter shower dinner supper summer winter order river tower trailer cooker boiler door floor motor sensor',
  'collar finish english rubbish dish fish wish coffee toffee free three degree fee see knee committee bigger smaller newer lower',
  'upper inner outer former quarter clear september october november december',
);

/** An age is about, at most or nearly so much: these change nothing, and are read over. */
export const hedges = words(
  'about around abt abut bout approx aprox apprx approximately aproximately est only just maybe perhaps possibly poss probably probs prob',
  'roughly nearly almost barely easily like now even yet c circa ca up between btwn btw under over above below least most both all',
  'still already somewhere more good mere not hardly scarcely easy max maximum minimum ~ ≈ < >',
);

/** An age follows. */
export const ageWords = words('age ages aged turned turning turns');
/** What somebody looks, says, thinks or is made: an age may follow. */
export const judged = words(
  'looks looked look looking luks luked seems seemed seem says said sez ses say states stated told claims claimed claiming claim',
  'reckons reckoned reckon thinks thought think guess guessed nearer closer pushing gone touching so goes admitted',
  'insists swears gives gave giving appears appeared appear appearing sounds sounded rising approaching nearing reached hit',
);
/** With these before it a number is an age, whoever is spoken of: the end of what stands before it and its hedges, its words apart. */
export const sayings: { before: RegExp; hedged?: true }[] = [
  { before: /\b(?:i was|told (?:me|us|him|her|them))$/ },
  { before: /\b(?:ma[dk]e|makes|making|puts?|guess(?:ed)?) (?:him|her|them)$/ },
  { before: /\b(?:puts?|guess|say)\b.* (?:him|her|them) (?:at|as)$/ },
  { before: /\bputs? at$/ },
  {
    before:
      /\b(?:advertised|listed|described|given|registered|down|known|gave|assessed|recorded|estimated|presents|presented) as$/,
  },
  { before: /\b(?:pass|passed|passes|passing|posing) (?:as|for)$/ },
  { before: /\b(?:assessed at|any(?:where|thing) from)$/ },
  { before: /\b(?:a day|not (?:much|far|quite))$/, hedged: true },
  { before: /\bas (?:young|old|little) as$/ },
  { before: /\b(?:right|wrong|far|other) side of$/ },
  { before: /\b(?:short|shy|every day) of$/ },
  { before: /\b(?:far off|far from|not long|getting on(?: for)?|knocking on(?: for)?|coming (?:up )?to)$/ },
  { before: /\b(?:close|closer|near|nearer) to$/ },
  { before: /\b(?:to|will|would|not) turn$/ },
  { before: /\b(?:s?he['’]s|(?:s?he|they) (?:is|was|are)) (?:well )?past$/ },
  { before: /\bstart(?:s|ed)? (?:him|her|them) at$/ },
  { before: /\b(?:one|two|three|some|most|both|all|neither|none) of (?:them|us|these|those)$/ },
];
export const toBe = words("is was be been being are were am wasn't isn't isnt wasnt");

/** What goes before a number that is no age: a place, a time, a sum, what is counted. */
export const otherBefore = words(
  'a back less leaves leaving at from til till until to by after before past for no nos nr number flat house unit room rm bed bus bay lock lane junction',
  'log incident ref code page grade yr yrs year years level plate badge size route day week door block floor line chair table',
  'pay pays paid prices dressed do does did earns earn earned owe owes owed cost costs charge charged charges charging get gets got',
  'take takes took make rent minus plus times x of or and part top the these those this that another other with has have had keeps',
  'kept saw seen counted counts count employs in last next within than behind opposite outside near beside on off onto into every',
  'each per sold buys bought lost won wants needs sends sent my our your his her their caravan caravans plot stop gate ward zone',
  'jan january feb february mar march apr april may june jul july aug august sept september sep oct october nov november dec december',
  'mon tues tue wed thurs thur fri sat sun monday tuesday wednesday thursday friday saturday sunday pitch',
  "i’m i'm im it its it’s it's there’s there's theres",
);
/** Near these, a number of which nothing else says that it is an age is a sum. */
export const money = words(
  'price prices rent paid pay pays cost costs charge charges charged fee fees wage wages earns earned owe owes owed',
);
/** What is no age is so many of these. */
export const units = words(
  'min mins minute minutes hour hours hr hrs day days night nights week weeks wk wks month months mth mths am pm oclock o’clock',
  "o'clock stone st kg kgs kilo kilos ft foot feet inch inches mile miles yards metres meters cm mm m km quid pound pounds euros",
  'euro grand pence p k percent people persons men women girls boys kids lads others beds rooms floors cars vans jobs clients shifts',
  'something seater plate minibus bus times doors pregnant more older younger longer',
);
/** What goes on with the sentence after an age. */
export const goesOn = words(
  'and or but with who when while whilst where because cos so as if in on at since then though although yet all still always next',
  'now she he they i we is was has had have looks looked lives works sleeps comes goes runs says said keeps from by not the hes shes',
  "he’s she’s he's she's who’s who's max tops thereabouts maybe possibly probably perhaps last this for only too even just sure",
  'either anyway approx aprox roughly my first gives herself himself came went told gave took called holds held never left seen known called advertised described guess reckon think thinks tho out stood stands sat over',
  'under made makes got gets dob',
);
/** Years lasted or are past: "19 years ago", "30 yrs in the farm". */
export const lasting = words('ago on later here there in at for working now of back since');

/** What is not somebody, and has a number: "the rent is 90". */
export const notSomebody = words(
  'price fee rent number no cost wage pay charge door house flat bus room total it limit this that what which there rate score unit',
  'route code time work shop bail fine debt ticket deposit floor bed temperature speed log amount',
);
/** With a capital before a number, and nobody's name. */
export const places = words(
  'unit flat room row seat route bus bar club studio block gate number no suite house level junction bay page table floor road rd street st',
  'lane avenue drive close way bed ward plot pitch zone line log incident ref caravan lock year',
  'jan january feb february mar march apr april may june jul july aug august sept september sep oct october nov november dec december',
  'mon tues tue wed thurs thur fri sat sun monday tuesday wednesday thursday friday saturday sunday',
);
/** Has years, and is nobody: "a 15 year old van". */
export const old = words(
  'car van vehicle house building phone debt contract mercedes bmw ford transit audi vauxhall business caravan minibus lorry laptop',
);
