import type { KnownHow, SupplementKept } from '#app/domain/intake/own-reports/supplement.ts';

/** What officers read of how a partner knows what they added. */
export const knownHowWords: Record<KnownHow, string> = {
  witnessed: 'Seen or heard by the partner',
  victim_said: 'Told by the person it happened to',
  told: 'Told by somebody else',
  worked_out: 'Worked out from records or knowledge',
  not_known: 'The partner does not know how',
};

/** And of the danger that it tells of. */
export const dangerWords: Record<SupplementKept['danger'], string> = {
  now: 'Somebody is in danger now',
  soon: 'Somebody could soon be in danger',
  no: 'No danger known to the partner',
  not_asked: 'The partner was not asked about danger here',
};

export const wordsOf = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;
