/**
 * Why the force's alert address is called.
 * - `high_waiting`: High submissions that nobody who is here holds.
 * - `danger_unread`: submissions, claimed or not, to which danger was added that nobody has marked as read in time.
 * - `approval_overdue`: texts that went out on one person's word and that no second one approved in time.
 * - `acknowledgement_overdue`: High items that a queue was sent and did not acknowledge in time.
 * - `queue_without_people`: submissions that fell from a queue of which nobody is here, and that nobody has taken on.
 * - `emergency_account`: somebody signed in with an account that is kept for when the directory of the force is away.
 * - `test`: nothing; somebody tries whether the call arrives (`npm run admin -- test-alert`).
 */
export type AlertKind =
  | 'high_waiting'
  | 'danger_unread'
  | 'approval_overdue'
  | 'acknowledgement_overdue'
  | 'queue_without_people'
  | 'emergency_account'
  | 'test';

/** Calls the force's own alert address. Answers whether it was called; throws when it does not take the call. */
export type CallAlert = (message: { kind: AlertKind; step: string; waiting: number }) => Promise<boolean>;

const TIMEOUT = 10_000;

/** POSTs JSON to ALERT_URL (an HTTP or SMS gateway of the force), with a bearer token where one is set. Counts only, no content. */
export function alertCaller(url: string | undefined, token: string | undefined): CallAlert {
  return async (message) => {
    if (!url) return false;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (!response.ok) throw new Error(`The alert address answered ${response.status}.`);
    return true;
  };
}
