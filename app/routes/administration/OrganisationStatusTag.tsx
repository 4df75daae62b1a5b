import type { OrganisationStatus } from '#app/domain/people/organisations/organisation.server.ts';
import { StatusTag } from '#app/ui/layout/StatusTag.tsx';

const tags = {
  active: { text: 'Active', colour: 'grey' },
  suspended: { text: 'Suspended', colour: 'red' },
  closed: { text: 'Closed', colour: 'purple' },
} as const;

export const OrganisationStatusTag = ({ status }: { status: OrganisationStatus }) => (
  <StatusTag {...tags[status]} />
);
