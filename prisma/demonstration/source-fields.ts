import type { Posted } from '#app/domain/form/read-posted.ts';
import type { Random } from './random.ts';
import type { Situation } from './situation.ts';
import { anyCommunity, dramaPhone, people, report as words } from './words.ts';

/** From the source to what has been done already: the end of a report. */
export function sourceAndAfter(about: Situation, random: Random): Posted {
  return {
    ...source(about, random),
    ...(about.victim === null ? {} : victimWishes(about.victim.wantsContact, about.child, random)),
    ...(about.ring !== null || random.chance(0.5) ? more(about, random) : {}),
    ...(random.chance(0.35) ? alreadyDone(about, random) : {}),
  };
}

function source({ source: { kind, how, identity }, guess, shareWith }: Situation, random: Random): Posted {
  const named = identity === 'named' && ['victim', 'colleague', 'client', 'public'].includes(kind);
  const ring = random.chance(guess === 'no' ? 0.12 : 0.7);
  return {
    sourceKind: kind,
    howSourceKnows: how,
    sourceIdentity: identity,
    ...(named
      ? {
          sourceName: random.pick(people.sourceNames),
          sourceContact: `${dramaPhone(random.between(800, 999))}, ${random.pick(words.sourceContacts)}`,
        }
      : {}),
    sourceCouldBeGuessed: guess,
    ...(guess === 'no' ? {} : { sourceRisk: random.pick(words.risks) }),
    shareWith,
    ...(shareWith === 'named_agencies' ? { shareAgencies: random.pick(words.agencies) } : {}),
    ringBeforeActing: ring ? 'yes' : 'no',
    ...(ring ? { handlingReason: random.pick(words.wishes) } : {}),
    ...(random.chance(0.2) ? { reachReporter: random.pick(words.reach) } : {}),
  };
}

function victimWishes(wantsContact: boolean, child: Situation['child'], random: Random): Posted {
  const isChild = child === 'yes' || child === 'in_danger';
  return {
    victimWantsContact: wantsContact ? 'yes' : random.pick(['no', 'not_known']),
    victimNrmOffered: random.pick(['yes', 'no', 'not_known']),
    victimNrmConsent: isChild ? 'child' : random.pick(['yes', 'no', 'not_asked', 'not_known']),
    victimLanguage: anyCommunity(random).language,
    victimSupport: random.pick(words.support),
  };
}

function more({ ring }: Situation, random: Random): Posted {
  return {
    howOften: random.pick(['more_than_once', 'most_days', 'all_the_time', 'not_known']),
    organisedGroup: ring === null ? random.pick(['yes', 'no', 'no', 'not_known', 'not_known']) : 'yes',
    whoElseKnows: random.pick(words.whoElse),
    sourceGivenBefore: random.pick(['no', 'no', 'no', 'yes', 'not_known']),
  };
}

function alreadyDone({ victim }: Situation, random: Random): Posted {
  const referral = random.weighted([
    ['nrm', victim === null ? 8 : 40],
    ['duty_to_notify', 8],
    ['no', 50],
    ['not_known', 20],
  ]);
  const reference = () => `EX-${random.between(1000, 9999)}`;
  return {
    nrmStatus: referral,
    ...(referral === 'nrm' || referral === 'duty_to_notify' ? { nrmReference: `NRM ${reference()}` } : {}),
    ...(random.chance(0.3) ? { safeguardingReferral: 'The council’s safeguarding team, the same day' } : {}),
    ...(random.chance(0.15) ? { policeLog: `101 log ${reference()}` } : {}),
    ...(random.chance(0.1) ? { helplineReference: `Helpline ${reference()}` } : {}),
    ...(random.chance(0.4) ? { ownReference: `OUR ${reference()}` } : {}),
  };
}
