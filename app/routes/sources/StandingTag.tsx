import type { RequestLine } from '#app/domain/triage/sealed-sources/list-requests.server.ts';
import { Tag, type TagColour } from '#app/ui/govuk/Tag.tsx';

const standings: Record<RequestLine['standing'], { text: string; colour: TagColour }> = {
  waiting: { text: 'To be decided', colour: 'yellow' },
  readable: { text: 'Can be read', colour: 'green' },
  refused: { text: 'Refused', colour: 'red' },
  over: { text: 'Time over', colour: 'grey' },
};

/** How a request stands; one that was opened at once says so, and whether a custodian has looked at it. */
export function StandingTag({
  request: { standing, atOnce, decidedBy },
}: {
  request: Pick<RequestLine, 'standing' | 'atOnce' | 'decidedBy'>;
}) {
  const { text, colour } = standings[standing];
  return (
    <>
      <Tag colour={colour}>{text}</Tag>
      {atOnce ? (
        <>
          {' '}
          <Tag colour="red">Opened at once</Tag>
          {decidedBy === null ? ' No custodian has looked at it yet' : null}
        </>
      ) : null}
    </>
  );
}
