import type { RecordVersion } from '#app/domain/connections/records/records-of.server.ts';
import { DateTime } from '../layout/DateTime.tsx';
import { RecordText } from './RecordText.tsx';

function told({ number, removed }: RecordVersion): string {
  if (removed !== null) return 'Removed';
  return number === 1 ? 'Added' : 'Changed';
}

/** What was written of a link, newest first. */
export function RecordVersions({ versions }: { versions: readonly RecordVersion[] }) {
  return (
    <ol className="govuk-list portal-history">
      {versions.map((version) => (
        <li key={version.number} className="portal-history__line">
          <strong>{told(version)}</strong>
          <br />
          <span className="portal-secondary">
            {version.by}, <DateTime at={version.at} />
          </span>
          <div className="portal-history__comment">
            <RecordText version={version} />
          </div>
        </li>
      ))}
    </ol>
  );
}
