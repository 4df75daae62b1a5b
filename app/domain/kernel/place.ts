/**
 * Where the domain leads somebody, in a mail or in the list of what waits. Its address is the site map's to know: who
 * runs a use case gives `AddressOf`.
 */
export type Place =
  | 'sign-in'
  | 'own-sessions'
  | 'queues'
  | 'urgent'
  | 'held'
  | 'held-by-away'
  | 'contacts'
  | 'approvals'
  | 'source-requests'
  | 'disposals'
  | 'retention'
  | 'trail'
  | 'trail-verification'
  | 'high'
  | 'significant'
  | 'duty'
  | 'rule-draft'
  | 'plan'
  | 'plan-proposals'
  | 'own-reports'
  | 'reports-for-partners'
  | 'organisation'
  | 'reports-of-organisation'
  | 'organisations'
  | 'accounts'
  | 'role-requests'
  | 'settings'
  | { queue: string; view?: string }
  | { disseminations: string }
  | { tasks: 'mine' | 'shared' }
  | { submission: string }
  | { ownReport: string }
  | { invitation: string }
  | { passwordReset: string };

/** The path of a place, such as "/queues/fib?view=urgent". */
export type AddressOf = (place: Place) => string;
