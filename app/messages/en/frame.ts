/** Words of the house around every page: header, navigation, banners, footer and error pages. */
export const frame = {
  portalName: 'Partner intelligence portal',
  service: 'Service information',
  menu: 'Menu',
  sections: 'Sections',
  wayBack: 'Way back',
  emergency: 'Emergency',
  exit: 'Exit this page',
  demonstration: {
    tag: 'Demonstration',
    text: ({ time }: { time: string }) => `Everything here is invented. It is ${time} in this portal.`,
  },
  marking: {
    label: 'Protective marking:',
    top: 'Protective marking',
    bottom: 'Protective marking, end of page',
  },
  contacts: {
    heading: 'Who to contact',
    otherWays: 'If you cannot speak or hear on the phone',
    others: 'Other numbers to call',
    callNow: ({ number }: { number: string }) => `Call ${number} now`,
  },
  links: { help: 'Help', privacy: 'Privacy', cookies: 'Cookies', accessibility: 'Accessibility statement' },
  typed: {
    problem: 'This was not sent',
    offline:
      'The portal cannot be reached, so nothing has been saved or sent. What you typed is still here. Check your connection and try again. If someone is in danger now, call 999.',
    again: 'Try again',
    anyway: 'Send it anyway (you may lose what you typed)',
    asking: 'Waiting for the portal to answer.',
    tooLong:
      'This page is too long to be sent. Shorten this text by %{count} characters, or attach it as a file. Nothing you typed is lost',
    unsaved: 'What you typed on this page is not saved. Do you want to leave the page?',
  },
  failure: {
    status: {
      403: {
        title: 'You cannot do this',
        text: 'You can see this page, but your role does not let you do what you asked for.',
      },
      404: {
        title: 'Page not found',
        text: 'If you typed the web address, check it is correct. If you pasted it, check you copied all of it.',
      },
      409: {
        title: 'This cannot be done now',
        text: 'Nothing was lost. Go back, load the page again and look at what has changed.',
      },
      413: {
        title: 'What you sent is too large',
        text: 'It was too long to be read, so it was not saved. Pages that you saved before are kept. Text of this length can be sent as a file, and a file must be 25 MB or smaller. If you still have the text elsewhere, copy it from there in parts.',
      },
      429: {
        title: 'Too many attempts',
        text: 'Wait a few minutes and try again.',
      },
      503: {
        title: 'The service is busy',
        text: 'Wait a few seconds and load the page again. What you saved is kept.',
      },
    },
    other: {
      title: 'There is a problem with the service',
      text: 'Try again later. What you saved is kept.',
    },
    typed: {
      nothingSaved: 'Nothing was saved.',
      notSure:
        'What you sent may not be saved: send it again. A password, or who told you something, has to be typed again on its own page.',
      again: 'Send it again',
      title: 'What you typed',
      copy: 'Copy what you need before you leave this page: it is kept nowhere else.',
    },
  },
};
