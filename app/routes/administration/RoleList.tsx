import type { RoleLine } from '#app/domain/people/roles/role-lines.ts';
import { heldRoleWords } from './account-words.ts';

/** Roles in words, one a line. */
export function RoleList({ roles }: { roles: readonly RoleLine[] }) {
  if (roles.length === 0) return 'None';
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {roles.map((held) => (
        <li key={heldRoleWords(held)}>{heldRoleWords(held)}</li>
      ))}
    </ul>
  );
}
