import { counted } from '#app/domain/kernel/counted.ts';

const timeOf = (months: number): string =>
  months % 12 === 0
    ? counted(months / 12, { one: '1 year', other: `${months / 12} years` })
    : counted(months, { one: '1 month', other: `${months} months` });

/** Pages about the portal itself, which anyone may read. */
export const pages = {
  demonstration:
    'This is a demonstration. Every person, organisation and report in it is invented, and no police force reads it.',
  signposts: { website: ({ name }: { name: string }) => `Website of ${name}` },

  /** What a partner may expect, with the times in force; nothing of how police work. */
  whatNext: {
    title: 'What happens after you send a report',
    lead: 'These are the times in force today. The page of each report says who has it, what comes next and by which day.',
    times: 'How long it takes',
    who: { danger: 'Somebody is in danger', other: 'Any other report' },
    opened: ({ howLong }: { howLong: string }) => `An officer opens it within ${howLong}`,
    answered: ({ howLong }: { howLong: string }) =>
      `We tell you the outcome, or ask you a question, within ${howLong}`,
    dayAndNight:
      'These times run day and night. If nobody has it, more officers are told until somebody does.',
    steps: 'Step by step',
    sent: 'You send it and get a reference. From then on the police have it.',
    added:
      'If you come to know more in your ordinary work, add it to the same report. Do not go and find out more.',
    question: ({ count }: { count: number }) =>
      counted(count, {
        one: 'We may ask about what you already know. If we hear nothing for 1 day, we go ahead without an answer.',
        other: `We may ask about what you already know. If we hear nothing for ${count} days, we go ahead without an answer.`,
      }),
    missed:
      'If a day that we promised passes, the page of the report says so, with a button that tells a supervisor.',
    ends: 'How a report can end',
    endsLead: 'You read one of these on its page. We cannot tell you what the police did.',
  },

  help: {
    title: 'Help',
    what: {
      heading: 'What this portal is for',
      text: ({ force }: { force: string }) =>
        `Partner organisations use it to tell ${force} what they know about possible modern slavery. You can only sign in if you have been invited.`,
      not: 'A report is not a crime report, not a safeguarding referral and not a referral to the National Referral Mechanism (NRM). Make those as well, as your own procedure says.',
    },
    next: {
      heading: 'What happens to a report',
      sent: 'You send it and get a reference. The police then have it.',
      routed:
        'It goes at once to a queue: to the Force Intelligence Bureau, or to the officer who is the single point of contact for the area.',
      danger: 'If it says that someone is in danger, the officers on duty are told straight away.',
      assessed:
        'An officer reads it, decides how reliable it is and what can be done. They may ask you a question about what you already know.',
      answered:
        'The portal shows you when it has been dealt with, and the outcome in a few words. The police cannot tell you what they did.',
      mail: 'We email you when something is waiting for you. The email never says what a report is about.',
      howLong: 'How long each step takes, and how a report can end',
    },
    source: {
      heading: 'Who told you',
      text: 'Only write the name of the person who told you where the form asks for the source. We seal it and keep it apart from the report. Officers who read the report do not see it.',
      dont: 'Do not try to find out more for the police. Do not question, follow or photograph anyone.',
    },
    access: {
      heading: 'If you cannot sign in',
      invitation:
        'The link in an invitation works once, for 7 days. Ask the person who invited you for another.',
      password:
        'If you have forgotten your password, choose “I have forgotten my password” where you sign in. We email you a link to set a new one.',
      attempts: 'After too many wrong passwords you have to wait before you can try again.',
    },
    exit: 'If somebody must not see what you do here',
    exitLink: 'How to leave this site quickly',
    who: { heading: 'Who else can help' },
  },

  exit: {
    title: 'Leaving this site quickly',
    lead: 'If somebody comes near who must not see what you are doing, you can leave at once. You do not have to sign out first.',
    does: {
      heading: 'What “Exit this page” does',
      button: ({ site }: { site: string }) =>
        `The red button on every page opens ${site} instead of this portal.`,
      session: 'It signs you out, so that nobody can go back to what you were reading.',
      shift: 'Pressing the Shift key 3 times does the same. This needs JavaScript; the button does not.',
    },
    kept: {
      heading: 'What is kept',
      saved: 'We keep every page of a report that you have saved. Sign in again to carry on.',
      typed: 'What you have typed on a page and not saved is lost.',
    },
    traces: {
      heading: 'What it cannot do',
      history:
        'It does not clear the list of pages that your browser has visited. Anyone who looks there can see that you were on this site.',
      closed: 'It does not close other tabs or printed pages.',
      shared:
        'On a computer that others use, choose “I am using a public or shared computer” when you sign in.',
    },
  },

  privacy: {
    title: 'Privacy',
    who: {
      heading: 'Who is responsible',
      text: ({ force }: { force: string }) =>
        `${force} is responsible for the personal information in this portal. The force uses it to prevent, find and investigate crime and to protect people.`,
      officer: 'Questions about it go to:',
    },
    told: {
      heading: 'What you tell the police about others',
      readers:
        'Only officers who need to for their work read your report. Others in the police get a version without anything that points to you or your source.',
      lead: 'Your organisation’s lead sees that a report exists and what its status is, not what it says.',
      source:
        'The name of the person who told you is encrypted and kept in a sealed record, apart from the report. An officer can read it only when a second person has agreed. If somebody is in danger they can read it at once, and the second person is told.',
      original: 'We keep what you sent as you sent it. Nobody can change it.',
      shared:
        'The police may pass information to another force or agency where the law allows it, under conditions they record.',
      asked: 'What the form asks',
      part: 'Part of the form',
      people: 'About people',
      other: 'Everything else',
      sealed: ({ name }: { name: string }) => `${name} (sealed)`,
      nothing: 'Nothing',
    },
    you: {
      heading: 'What is kept about you, if you have an account',
      account:
        'Your name, email address at work, organisation and what you may do here. Your phone number, when it is safe to call and another way to reach you, if you gave them: encrypted, and opened only by an officer who works on a report that you sent with them.',
      password: 'Your password, in a form that nobody can read.',
      trail:
        'What you do here and when: signing in, reading and changing things. Auditors of the force read this. With each sign-in, the names of your browser and system, which only you are shown.',
      address:
        'We do not store your network address in a form that anyone can read. We use a scrambled form of it to count attempts to sign in.',
      mail: 'We email you to say that something is waiting for you, or that something about your account has changed. We also tell you when somebody signs in to it from a browser that we do not know as yours.',
    },
    elsewhere: {
      heading: 'Other websites',
      text: 'The portal loads nothing from other websites and counts no visits.',
    },
    ground: {
      heading: 'The law that lets us keep it',
      reports: 'What you tell the police',
      accounts: 'What is kept about you',
    },
    keep: {
      heading: 'How long it is kept',
      caption: 'How long it is kept',
      what: 'What',
      long: 'How long',
      drafts: 'Reports that you have not sent',
      draftDays: ({ days }: { days: number }) => `${days} days after you last changed them`,
      dispose: ({ months }: { months: number }) =>
        `${timeOf(months)} after the report ended, then deleted unless somebody says why it is needed`,
      review: ({ months }: { months: number }) =>
        `${timeOf(months)} after the report ended, then somebody looks at whether it is still needed`,
      sessions: 'Where and when you were signed in',
      sessionDays: ({ days }: { days: number }) => `${days} days after you were signed out`,
      links: 'Invitations and links for a new password',
      linkDays: ({ days }: { days: number }) => `${days} days after they were used or ran out`,
      basis: ({ basis }: { basis: string }) =>
        `These times follow the ${basis}. An officer may set an earlier or a later date for one report, with the reason.`,
      trail: 'The record of who did and read what cannot be changed or deleted.',
    },
    rights: {
      heading: 'Your rights',
      text: ({ force }: { force: string }) =>
        `You can ask ${force} what it holds about you and ask it to correct or delete what is wrong. Some rights are limited where that is needed to prevent or investigate crime.`,
      source:
        'If somebody told you something and you passed it on, they have the same rights. Tell them that, if it is safe.',
      complain:
        'If you are not satisfied with the answer, you can complain to the Information Commissioner’s Office.',
    },
  },

  cookies: {
    title: 'Cookies',
    text: 'The portal uses these cookies and no others. You need them to sign in and to use it, so you are not asked whether you accept them. They hold nothing that names you and nothing that you wrote.',
    caption: 'The cookies of this portal',
    name: 'Name',
    purpose: 'What it is for',
    expires: 'When it ends',
    each: {
      session: {
        purpose: 'Shows the portal that you have signed in',
        expires: 'When you sign out or close the browser',
      },
      device: {
        purpose:
          'Shows that somebody has signed in with this browser before, so that you can still sign in while strangers try passwords for your account, and are told by email when somebody signs in anywhere else. Not set on a computer that you say is shared',
        expires: '180 days after you last signed in, or when you use “Exit this page”',
      },
      done: {
        purpose:
          'Tells the next page what you have just done, such as “Upload complete”, so that it can say so',
        expires: 'When that page is shown, or after two minutes',
      },
      'sign-on': {
        purpose:
          'Only while police sign in with their force account: shows that the answer that comes back is to this browser. Says nothing about who they are',
        expires: 'When they have signed in, or after 30 minutes',
      },
    },
    session: ({ idle, hours }: { idle: number; hours: number }) =>
      `You are signed out after ${idle} minutes without use, and ${hours} hours after you signed in at the latest.`,
    shared: ({ idle, hours }: { idle: number; hours: number }) =>
      `If you say that you use a shared computer, you are signed out after ${idle} minutes without use, and after ${hours} hours at the latest.`,
    nothingElse: 'Nothing else is stored on your device, and nothing follows you to or from other websites.',
  },

  accessibility: {
    title: 'Accessibility statement',
    aim: 'We want everybody to be able to use this portal. It is built to meet the Web Content Accessibility Guidelines, version 2.2, level AA.',
    can: {
      heading: 'What you should be able to do',
      keyboard: 'use every page with a keyboard alone',
      reader: 'use every page with a screen reader',
      zoom: 'zoom in to 400%, or use a screen 320 pixels wide, without scrolling in two directions',
      script: 'use every page with JavaScript turned off',
      motion: 'use every page without anything moving or flashing',
    },
    tested: {
      heading: 'How it was tested',
      text: 'Pages are tested with the automatic checker axe, with a keyboard alone, and at a width of 320 pixels.',
      not: 'They have not yet been tested by people who use assistive technology every day, nor audited by an independent specialist. So there may be problems that we do not know of.',
    },
    known: {
      heading: 'Problems we know of',
      tables:
        'Wide tables of figures scroll sideways within the page. You can scroll them with the arrow keys.',
      language: 'The portal is in English only.',
    },
    complain: {
      heading: 'If something does not work for you',
      text: ({ force }: { force: string }) =>
        `Tell ${force} which page it was and what went wrong, or ask for another way to send a report. You can call 101, or use Relay UK on 18001 101.`,
      body: 'If you are not satisfied with the answer, contact the Equality Advisory and Support Service.',
    },
  },
};
