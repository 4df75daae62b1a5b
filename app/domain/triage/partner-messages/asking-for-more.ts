/**
 * Whether a message to a partner asks them to go and find out more. Repeated information gained through a relationship,
 * or a request from police to get some, can make a person a covert human intelligence source (RIPA 2000 s.26(8), CHIS
 * code of practice); so a question may ask only for what the partner already knows.
 */
export type MoreKind = 'find_out' | 'ask_somebody' | 'watch' | 'get' | 'from_now_on';

/** A passage that may ask for more. `start` and `end` count UTF-16 units of the message, `end` is exclusive. */
export type AskingForMore = { kind: MoreKind; start: number; end: number; passage: string; why: string };

/** Why each is a danger to the partner, in words for the officer. */
const reasons: Readonly<Record<MoreKind, string>> = {
  find_out: 'This asks them to find something out.',
  ask_somebody: 'This asks them to ask somebody for police.',
  watch: 'This asks them to watch or to go there.',
  get: 'This asks them to get or record something.',
  from_now_on: 'This asks them to go on reporting.',
};

const somebody = String.raw`(?:him|her|them|the|your|his|their|someone|somebody|anyone|anybody|around|about)`;

/** Where a sentence tells the partner to do something: "go to the house" may else be what somebody there does. */
const imperative = String.raw`(?<=(?:^|[.!?;:,\n]\s*|\b(?:please|(?:could|can|would|will|might|should) you|you (?:could|can|might|should)|try to|then|and)\s+)(?:(?:just|also|perhaps|please)\s+)*)`;

const patterns: readonly [MoreKind, string][] = [
  ['find_out', String.raw`find out|finding out|look into|enquire|inquire|investigate|research`],
  ['find_out', String.raw`(?:check|establish|confirm) (?:if|whether|who|where|when|what|which|how)`],
  [
    'ask_somebody',
    String.raw`(?:ask|question|speak to|speak with|talk to|talk with|call|ring|text) ${somebody}`,
  ],
  // A name, too: but not what police themselves ask, and nobody but the partner.
  [
    'ask_somebody',
    String.raw`${imperative}(?:ask|speak to|speak with|talk to|talk with|befriend|approach|get to know) (?!you\b|only\b|us\b|for\b)\p{L}+`,
  ],
  ['ask_somebody', String.raw`befriend ${somebody}|get to know ${somebody}`],
  [
    'find_out',
    String.raw`${imperative}(?:see|learn|discover|work out) (?:if|whether|who|where|when|what|which|how|more)`,
  ],
  ['find_out', String.raw`tell (?:us|me) what (?:he|she|they) (?:say|says|do|does)`],
  ['watch', String.raw`${imperative}(?:go|return|drive|walk) (?:to|in|into|inside|near|again|and)`],
  ['watch', String.raw`${imperative}(?:stay|get|stand|sit) (?:close|closer|near|nearby|by|with)`],
  [
    'get',
    String.raw`${imperative}(?:take down|copy|note|film|photograph|record|download|screenshot) (?:the|his|her|their|a|any|every|what|who)`,
  ],
  ['ask_somebody', String.raw`get ${somebody} to (?:tell|say|talk)`],
  ['watch', String.raw`keep (?:an eye|a look ?out|watch|your eyes|your ears|track)|look out for|listen out`],
  ['watch', String.raw`(?:watch|monitor|observe|follow) (?:out|over|him|her|them|the|this|that|for)`],
  [
    'watch',
    String.raw`(?:go|drive|walk|pop) (?:back|past|round|by|there|over)|visit (?:him|her|them|the|this|that)`,
  ],
  [
    'get',
    String.raw`(?:take|get|make|send) (?:a |an |some |us |the |more )*(?:photo|photos|photograph|photographs|picture|pictures|video|recording|recordings|film)`,
  ],
  [
    'get',
    String.raw`obtain|collect|gather|get hold of|get (?:the|his|her|their|a|some|more|any)|write down|note down`,
  ],
  [
    'from_now_on',
    String.raw`let (?:us|me) know (?:if|when|whenever)|tell (?:us|me) (?:if|when|whenever) (?:you|he|she|they|it|anything)`,
  ],
  [
    'from_now_on',
    String.raw`report back|keep (?:us|me) (?:informed|posted|updated|up to date)|from now on|next time|in future`,
  ],
  [
    'from_now_on',
    String.raw`(?:stay|keep) in (?:touch|contact) with|keep (?:asking|talking|listening)|continue to`,
  ],
];

const compiled = patterns.map(
  ([kind, source]) => [kind, new RegExp(String.raw`\b(?:${source})\b`, 'giu')] as const,
);

/** "Did you visit the house?" asks what is known already. */
const askedOfThePast =
  /\b(?:do|does|did|have|has|had) (?:you|he|she|they|it|anyone|anybody|someone|somebody)(?: (?:ever|also|already|yourself))*\s*$/iu;

/** "May we ask the landlord?" is about what police do themselves. */
const ownWork = /\b(?:may|can|could|shall|should|will|would) (?:we|i)(?: (?:also|then|now))*\s*$/iu;

/** "Please do not try to find out more" asks for the opposite. */
const forbidden = /\b(?:not|never|don['’]t)(?: (?:try|go|ever|on))*(?: to)?\s*$/iu;

/** Every passage that may ask the partner for more, in the order of the message; one for each passage. */
export function askingForMore(message: string): AskingForMore[] {
  const found: AskingForMore[] = [];
  for (const [kind, pattern] of compiled)
    for (const match of message.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const before = message.slice(0, start);
      if ([askedOfThePast, ownWork, forbidden].some((harmless) => harmless.test(before))) continue;
      if (found.some((each) => each.start < end && start < each.end)) continue;
      found.push({ kind, start, end, passage: match[0], why: reasons[kind] });
    }
  return found.sort((one, other) => one.start - other.start);
}

/** Questions that ask for what the partner already knows, and nothing else. */
export const knownPrompts: Readonly<Record<string, string>> = {
  when: 'When did you see this or hear of it, as far as you remember?',
  which_place: 'Which of the places in your report do you mean?',
  how_known: 'How do you know this: did you see it yourself, or were you told?',
  who_knows: 'Who else already knows that you have this information?',
  vehicle: 'Do you remember more of the vehicle: its registration mark, make or colour?',
  people: 'How many people do you already know of, and what do you remember of them?',
  already_told: 'Have you already told another service or force, and have you a reference?',
  contact_wish: 'Has the person already said whether they want police to contact them, and how?',
};

/** The question as the partner reads it: the prompts that were chosen, then the officer's own words. */
export function questionOf(chosen: readonly string[], own: string): string {
  const prompts = Object.entries(knownPrompts).flatMap(([code, text]) =>
    chosen.includes(code) ? [text] : [],
  );
  return [...prompts, own.trim()].filter((part) => part !== '').join('\n');
}
