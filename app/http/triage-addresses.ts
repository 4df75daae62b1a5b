/** A query of what is there, with its question mark; nothing for nothing. */
function queryOf(parts: Readonly<Record<string, string | null | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** Addresses of the triage workbench. They hold random ids and codes, never content or a reference. */
export const triageAddresses = {
  queues: '/queues',
  search: '/search',
  urgent: '/queues/urgent',
  mine: '/queues/mine',
  keyboard: '/help/keyboard',
  help: '/help/triage',
  queue: (code: string, view?: string, after?: string | null) => {
    const query = new URLSearchParams();
    if (view) query.set('view', view);
    if (after) query.set('after', after);
    const text = query.toString();
    return `/queues/${code}${text ? `?${text}` : ''}`;
  },
  /** A list narrowed, ordered or looked at again: `query` is written by the portal. */
  queueList: (code: string, query: URLSearchParams) => `/queues/${code}?${query.toString()}`,
  bulk: (code: string) => `/queues/${code}/bulk`,
  savedViews: (code: string) => `/queues/${code}/views`,
  submission: (submissionId: string) => `/submissions/${submissionId}`,
  /** A submission opened from a list, to which it leads back, and what was just done. `from` as `readFrom` gives it. */
  submissionFrom: (submissionId: string, from: string | null, done?: string) =>
    `/submissions/${submissionId}${queryOf({ from, done })}`,
  actionFrom: (submissionId: string, action: string, from: string | null) =>
    `/submissions/${submissionId}/actions/${action}${queryOf({ from })}`,
  action: (submissionId: string, action: string) => `/submissions/${submissionId}/actions/${action}`,
  export: (submissionId: string) => `/submissions/${submissionId}/export`,
  exported: (exportId: string) => `/exports/${exportId}`,
  newInformation: (submissionId: string) => `/submissions/${submissionId}/new-information`,
  newNote: (submissionId: string) => `/submissions/${submissionId}/notes/new`,
  told: (submissionId: string) => `/submissions/${submissionId}/told`,
  attachment: (attachmentId: string) => `/attachments/${attachmentId}`,
  originalAttachment: (attachmentId: string) => `/attachments/${attachmentId}/original`,
  newItem: (submissionId: string) => `/submissions/${submissionId}/items/new`,
  planLinks: (submissionId: string) => `/submissions/${submissionId}/plan-links`,
  records: (submissionId: string) => `/submissions/${submissionId}/records`,
  addRecord: (submissionId: string, kind: string) => `/submissions/${submissionId}/records/add/${kind}`,
  record: (submissionId: string, linkId: string) => `/submissions/${submissionId}/records/${linkId}`,
  contactPlan: (submissionId: string) => `/submissions/${submissionId}/contact-plan`,
  writeContactPlan: (submissionId: string) => `/submissions/${submissionId}/contact-plan/write`,
  matches: (submissionId: string, after?: string | null) =>
    `/submissions/${submissionId}/matches${after ? `?after=${after}` : ''}`,
  links: (submissionId: string, withId?: string) =>
    `/submissions/${submissionId}/links${withId ? `?with=${withId}` : ''}`,
  item: (itemId: string) => `/items/${itemId}`,
  itemHistory: (itemId: string) => `/items/${itemId}/history`,
  sanitise: (itemId: string) => `/items/${itemId}/sanitise`,
  approvals: '/approvals',
  approve: (itemId: string) => `/items/${itemId}/approve`,
  disseminate: (itemId: string) => `/items/${itemId}/disseminate`,
  disseminateOutside: (itemId: string) => `/items/${itemId}/disseminate/outside`,
  disseminateToLead: (itemId: string) => `/items/${itemId}/disseminate/lead`,
  /** What FIB sent out and is not done with. */
  sentOut: (view?: string, after?: string | null) => {
    const query = new URLSearchParams();
    if (view) query.set('view', view);
    if (after) query.set('after', after);
    const text = query.toString();
    return `/disseminations${text ? `?${text}` : ''}`;
  },
  /** Open High submissions and who holds them, for the MDS lead. */
  high: (after?: string | null) => `/high${after ? `?after=${after}` : ''}`,
  /** What was sent to the MDS lead. */
  significant: (after?: string | null) => `/significant${after ? `?after=${after}` : ''}`,
  sheet: (disseminationId: string) => `/disseminations/${disseminationId}/sheet`,
  sheetPdf: (disseminationId: string) => `/disseminations/${disseminationId}/sheet.pdf`,
  /** `step`: passed, acknowledged or told_of_recall. */
  outsideStep: (disseminationId: string, step: string) => `/disseminations/${disseminationId}/record/${step}`,
  dissemination: (disseminationId: string) => `/disseminations/${disseminationId}`,
  /** Where recipients say what came of it, where FIB replies, and where it says that it has read them. */
  answer: (disseminationId: string) => `/disseminations/${disseminationId}/answer`,
  reply: (disseminationId: string) => `/disseminations/${disseminationId}/reply`,
  answersRead: (disseminationId: string) => `/disseminations/${disseminationId}/answers-read`,
  recall: (disseminationId: string) => `/disseminations/${disseminationId}/recall`,
};
