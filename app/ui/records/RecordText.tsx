import { Fragment } from 'react';
import type { RecordVersion } from '#app/domain/connections/records/records-of.server.ts';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

/** What one version of a link says. */
export function RecordText({ version }: { version: RecordVersion }) {
  const { reference, agency, datedOn, people, item, statusWords, note, givenByPartner, removed } = version;
  const about = [
    agency,
    people === null ? null : `${people} ${people === 1 ? 'person' : 'people'}`,
    datedOn === null ? null : <DateTime at={datedOn} dateOnly short />,
    item === null ? null : `item ${item.number}`,
  ].filter((part) => part !== null);
  return (
    <>
      {about.map((part, index) => (
        <Fragment key={index}>
          {index > 0 ? ', ' : null}
          {part}
        </Fragment>
      ))}
      {about.length > 0 && reference ? <br /> : null}
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
