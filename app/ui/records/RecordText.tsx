import type { RecordVersion } from '#app/domain/connections/records/records-of.server.ts';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

/** What one version of a link says. */
export function RecordText({ version }: { version: RecordVersion }) {
  const { reference, agency, datedOn, statusWords, note, givenByPartner, removed } = version;
  return (
    <>
      {agency ? (
        <>
          {agency}
          {datedOn ? (
            <>
              , <DateTime at={datedOn} dateOnly short />
            </>
          ) : null}
          {reference ? <br /> : null}
        </>
      ) : null}
      {reference ? <strong>{reference}</strong> : null}
      {statusWords ? (
        <>
          <br />
          {statusWords}
        </>
      ) : null}
      {note ? <div className="portal-verbatim">{note}</div> : null}
      {givenByPartner ? <div className="portal-secondary">Given by the partner, confirmed</div> : null}
      {removed ? <div className="portal-secondary portal-verbatim">Removed: {removed}</div> : null}
    </>
  );
}
