import type { PlanLink } from '#app/domain/triage/actions/plan-links.server.ts';

/** The parts of the plan that a submission serves, and why each. */
export function PlanLinkList({ links }: { links: readonly PlanLink[] }) {
  if (links.length === 0) return <p className="govuk-body">Linked to no part of the plan.</p>;
  return (
    <ul className="govuk-list portal-plan-links">
      {links.map((link) => (
        <li key={link.id}>
          <strong>{link.code}</strong> {link.text}
          <br />
          <span className="portal-secondary">
            {link.byRule ? 'By rule' : `By hand, by ${link.linkedBy ?? 'an officer'}`}
            {link.reason === null ? '' : `: ${link.reason}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
