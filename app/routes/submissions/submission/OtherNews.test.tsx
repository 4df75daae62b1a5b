import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { newId } from '#app/domain/kernel/id.ts';
import { OtherNews } from './OtherNews.tsx';

it('gives the reason of each that is new, read by machine apart from what was typed', () => {
  const at = new Date('2016-01-18T09:00:00Z');
  const news = [
    { reference: 'AAAA1', why: 'Same registration mark', readFromText: false },
    { reference: 'BBBB2', why: 'Same number', readFromText: true },
  ].map((each) => ({ ...each, submissionId: newId<'Submission'>(), at }));
  const drawn = (alone: boolean) =>
    renderToStaticMarkup(<OtherNews news={news} hrefOf={() => '/'} alone={alone} />).replace(/<[^>]+>/g, ' ');
  expect(drawn(false)).toMatch(
    /New, besides those above: 2.*AAAA1\s+Same registration mark, noticed.*BBBB2\s+Same number, read from the text, noticed/,
  );
  expect(renderToStaticMarkup(<OtherNews news={news} hrefOf={() => '/'} alone />)).toContain('<details open');
});
