import type { Place } from '#app/domain/kernel/place.ts';
import { link } from './link.ts';

const addresses: Readonly<Record<Extract<Place, string>, string>> = {
  'sign-in': link('identity/sign-in'),
  'own-sessions': link('identity/sessions'),
  queues: link('queues/queues'),
  urgent: link('queues/urgent'),
  held: link('queues/mine'),
  'held-by-away': link('queues/away'),
  contacts: link('queues/contacts'),
  approvals: link('approvals'),
  'source-requests': link('sources/requests'),
  disposals: link('retention/list', {}, { view: 'proposed' }),
  retention: link('retention/list'),
  trail: link('audit/trail'),
  'trail-verification': link('audit/verification'),
  high: link('high'),
  significant: link('significant'),
  duty: link('duty/roster'),
  'rule-draft': link('routing/draft'),
  'plan-proposals': link('plans/proposals'),
  plan: link('plan/plan'),
  'own-reports': link('reports/list'),
  'reports-for-partners': link('submissions/new-for-partner'),
  organisation: link('organisation/organisation'),
  'reports-of-organisation': `${link('organisation/organisation')}#submissions`,
  organisations: link('administration/organisations'),
  accounts: link('administration/accounts'),
  'role-requests': link('administration/role-requests'),
  settings: link('administration/settings'),
};

/** Where a place is to which the domain leads somebody. */
export function addressOf(place: Place): string {
  if (typeof place === 'string') return addresses[place];
  if ('queue' in place) return link('queues/queue', { queueCode: place.queue }, { view: place.view });
  if ('disseminations' in place)
    return link('disseminations/disseminations', {}, { view: place.disseminations });
  if ('tasks' in place) return link('tasks/tasks', {}, { view: place.tasks });
  if ('submission' in place) return link('submissions/submission', { submissionId: place.submission });
  if ('ownReport' in place) return link('reports/submission', { submissionId: place.ownReport });
  if ('invitation' in place) return link('identity/invitation', { token: place.invitation });
  return link('identity/reset-password', { token: place.passwordReset });
}
