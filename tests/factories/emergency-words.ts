import type { EmergencyWords } from '#app/domain/force/pack-settings.ts';

export const emergencyWords: EmergencyWords = {
  number: '999',
  call: '⟦In danger now, call 999.⟧',
  listed: '⟦The call stays listed.⟧',
  notWatched: '⟦Nobody watches.⟧',
  otherWays: [
    {
      who: '⟦You sign⟧',
      how: '⟦Make a video call.⟧',
      link: { url: 'https://sign.example', name: '⟦Website⟧' },
    },
  ],
};

/** What the frame tells the pages inside it, for a part that is drawn without one. */
export const frameFacts = {
  exitHref: null,
  portalName: null,
  keys: false,
  emergency: emergencyWords,
  signposts: [],
  callable: true,
  marking: null,
  done: null,
  markings: { submission: '', aggregate: '' },
};
