/** Pages that help to write a report: signs to know, examples, and the blank form to print. */
export const advice = {
  links: {
    heading: 'Help with a report',
    signs: 'Signs of modern slavery',
    examples: 'Examples of good and poor reports',
    promptSheet: 'The blank form',
  },

  signs: {
    title: 'Signs of modern slavery',
    lead: 'A reminder of what to notice, for people who meet possible victims in their work. The form asks about the same signs in the same words.',
    alone:
      'One sign on its own may mean nothing. Several together, or one that you keep seeing, are worth a report.',
    sure: 'You do not have to be sure. The police put small pieces together.',
    control: 'How people are controlled',
    do: {
      heading: 'What to do',
      known: 'Write down what you already know, as soon as you can.',
      dont: 'Do not go and look for signs. Do not question, follow or photograph anyone.',
      alone:
        'If you can, talk to a possible victim alone. Never talk to them through somebody who came with them.',
      safeguard: 'If a child or an adult needs safeguarding, follow your own procedure at once.',
    },
    credit:
      'The groups are those that the Modern Slavery and Exploitation Helpline uses, with one for work and money. The ways in which people are controlled follow the Human Trafficking Case Data Standard of the International Organization for Migration (CC BY 4.0), in our own words.',
  },

  examples: {
    title: 'Examples of good and poor reports',
    lead: 'Everybody and everything in these examples is invented.',
    poor: 'Poor',
    good: 'Good',
    text: 'The report',
    why: 'Why',
    cases: {
      work: {
        heading: 'A place of work',
        poor: {
          text: 'Somebody told me T. and his mates at the wash are being used. Dodgy place. Please look into it.',
          why: 'There is no full name, no address and no day. It does not say what was seen. “Dodgy” is an opinion and nothing backs it up.',
        },
        good: {
          text: 'Tuesday 5 January 2016, about 5.50am: a white Make-Believe minibus, registration ZZ00 ZZZ, stopped outside 1 Example Street, Anytown. Six men got out of the house and into it. The driver held the door and counted them. It comes every day but Sunday. Two of the men work at Pretend Hand Car Wash, Sample Road. They say that they are paid nothing until a debt for the journey is paid off.',
          why: 'It says who, what, when, where, how and how often. It keeps what was seen apart from what was said. An officer can use every line.',
        },
      },
      child: {
        heading: 'A young person',
        poor: {
          text: 'We are worried about Jo, who has a new phone and an older boyfriend who seems controlling.',
          why: 'Nobody can tell which Jo this is, or who the man is. “Controlling” is an opinion: what did he do? If a child may be in danger, a safeguarding referral comes first.',
        },
        good: {
          text: 'Jo Sample, 15, told me today that a man known as “Uncle Fable” gave her a phone last week and collects her from Invented Academy in a grey Fiction hatchback, last part of the registration 0ZZ. He is about 30, with a tattoo of an anchor on his neck. She calls a number ending 000 to be picked up. I made a safeguarding referral to Anytown children’s services at 2pm today.',
          why: 'It gives a full name and an age, the nickname as it was said, part of a registration and part of a number. Parts are enough to match with other reports. It says what has already been done.',
        },
      },
      home: {
        heading: 'A private home',
        poor: {
          text: 'My client’s neighbour keeps a servant. I went and knocked to see if it is true and took some photos through the window.',
          why: 'It says who the source is, in a place where many officers read it. And nobody should go and look: it can put the person, the source and you at risk.',
        },
        good: {
          text: 'A woman of about 40 who gives her name as Mary Makebelieve lives at 2 Nowhere Close, Anytown. She cleans and cooks there every day from about 6am and sleeps in the kitchen. She says that the family keeps her passport and that she has had no pay since about last June. I think, but do not know, that she is afraid of the man of the house, because she stops talking when he comes in.',
          why: 'Opinion is marked as opinion, with its reason. “About last June” is a good date if that is all you know. The source is not named here: the form asks about the source on a page of its own.',
        },
      },
    },
    rules: {
      heading: 'What makes a report useful',
      lines: {
        names: 'Full names, never initials. Dates of birth or an age. Check the spelling.',
        parts: 'Parts count: half a registration, the end of a number, the first part of a postcode.',
        facts: 'What was seen or said first; what you think of it last, marked as your opinion.',
        dates: 'When it happened, and when you learned of it. “About June” is fine.',
        source: 'Nothing in the text that could show who told you.',
        one: 'One matter and one source in each report.',
        known: 'Only what you already know. Never go and find out.',
      },
    },
  },

  /** Sheets of paper that are made of the form in force. */
  sheets: {
    heading: 'To print (PDF)',
    pocket: {
      title: 'What to write down',
      lead: 'One page for your pocket. It says nothing about anyone. Write no names on it.',
      link: 'One page for your pocket',
      remember: 'What to remember',
      known: 'What makes a report useful',
      source:
        'Do not write down who told you. Type it into the portal, where it is sealed. If somebody must not see this page, destroy it.',
    },
    choice: {
      title: 'What happens to what you tell us',
      lead: 'For the person who tells us. Read it together, then ask what they choose. They can also choose to say nothing.',
      link: 'One page for the person who tells you',
      name: 'What happens to your name',
      happens: {
        sealed:
          'Your name goes into a sealed record, apart from what you tell us. Officers who read the report do not see it.',
        opened:
          'An officer can read the sealed record only if a second person agrees. If somebody is in danger they can read it at once, and a second person checks.',
        without: 'You can leave your name out. We can still pass on what you tell us.',
        promise: 'Nobody can promise that a court will never ask for your name.',
      },
      choose: 'What you can choose',
      change:
        'You can change your mind until the report is sent. After that, tell us, and we tell the police.',
    },
    form: {
      title: 'The blank form',
      lead: 'Every question in the form. Nothing is sent from this paper. Type what you wrote into the portal as soon as you can.',
      link: 'The whole form',
    },
  },

  promptSheet: {
    title: 'The blank form',
    lead: 'Every question in the form, to have beside you while you talk to somebody. Nothing is sent from this sheet. Type what you wrote into the portal as soon as you can.',
    print: 'Print this page from your browser’s menu. It prints without menus or colours.',
    keep: 'Keep the sheet locked away. Shred it once the report is sent.',
    skip: 'You do not have to answer everything. A report only needs the sections marked “needed”, and “not known” is an answer.',
    version: ({ version, date }: { version: number; date: string }) =>
      `Version ${version} of the form, agreed on ${date}`,
    needed: 'needed',
    one: 'Tick one',
    several: 'Tick all that apply',
    list: 'Write it down. In the portal you choose from a list',
    severalOfList: 'Write down each. In the portal you choose them from a list',
    date: 'Day, month and year',
    dateOrAbout: 'Day, month and year, or about when',
    entry: 'Write down which of those you described',
    site: 'Write down which of your sites you are at',
    only: 'Only if this applies:',
    repeat: 'For each one. Copy this part as often as you need it',
    sealed: 'Do not write this on paper. Type it into the portal, where it is sealed',
  },
};
