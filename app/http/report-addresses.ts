import type { Part } from '#app/domain/intake/drafts/unfinished.ts';
import type { Step } from '#app/domain/form/journey.ts';

/** Where an officer begins to enter a report for a partner. */
const newForPartner = '/submissions/new-for-partner';

/** Addresses of a report being written. They hold random ids and names of pages, never content. */
export const reportAddresses = {
  list: '/reports',
  /** Where whoever writes a draft has all of theirs. */
  home: (enteredFor: object | string | null) => (enteredFor === null ? '/reports' : newForPartner),
  newForPartner,
  forPartner: (organisationId: string) => `${newForPartner}/${organisationId}`,
  colleagues: '/reports/colleagues',
  colleaguesBefore: (cursor: string) => `/reports/colleagues?before=${encodeURIComponent(cursor)}`,
  draft: (draftId: string) => `/reports/drafts/${draftId}`,
  page: (draftId: string, pageId: string) => `/reports/drafts/${draftId}/pages/${pageId}`,
  /** The page of a part that is not finished, with what is wrong with it. */
  part: (draftId: string, part: Part) => `${partAddress(draftId, part)}?problems`,
  forget: (draftId: string, part: Part) => {
    const [of, id] = 'pageId' in part ? ['pages', part.pageId] : [part.sectionId, part.itemId];
    return `/reports/drafts/${draftId}/unfinished/${of}/${id}`;
  },
  items: (draftId: string, sectionId: string) => `/reports/drafts/${draftId}/lists/${sectionId}`,
  newItem: (draftId: string, sectionId: string) => `/reports/drafts/${draftId}/lists/${sectionId}/new`,
  item: (draftId: string, sectionId: string, itemId: string) =>
    `/reports/drafts/${draftId}/lists/${sectionId}/${itemId}`,
  removeItem: (draftId: string, sectionId: string, itemId: string) =>
    `/reports/drafts/${draftId}/lists/${sectionId}/${itemId}/remove`,
  files: (draftId: string, done?: string) => `/reports/drafts/${draftId}/files${done ? `?done=${done}` : ''}`,
  removeFile: (draftId: string, fileId: string) => `/reports/drafts/${draftId}/files/${fileId}/remove`,
  check: (draftId: string) => `/reports/drafts/${draftId}/check`,
  takeOver: (draftId: string) => `/reports/drafts/${draftId}/take-over`,
  deleteDraft: (draftId: string) => `/reports/drafts/${draftId}/delete`,
  sent: (submissionId: string) => `/reports/${submissionId}/sent`,
  receipt: (submissionId: string) => `/reports/${submissionId}/receipt.pdf`,
  fullCopy: (submissionId: string) => `/reports/${submissionId}/copy.pdf`,
  add: (submissionId: string) => `/reports/${submissionId}/add`,
  submission: (submissionId: string) => `/reports/${submissionId}`,
};

function partAddress(draftId: string, part: Part): string {
  return 'pageId' in part
    ? reportAddresses.page(draftId, part.pageId)
    : reportAddresses.item(draftId, part.sectionId, part.itemId);
}

/** Where a step of the journey is. */
export function stepAddress(draftId: string, step: Step): string {
  switch (step.kind) {
    case 'page':
      return reportAddresses.page(draftId, step.pageId);
    case 'new_item':
      return reportAddresses.newItem(draftId, step.sectionId);
    case 'items':
      return reportAddresses.items(draftId, step.sectionId);
    case 'task_list':
      return reportAddresses.draft(draftId);
    case 'check_answers':
      return reportAddresses.check(draftId);
  }
}
