import { load } from 'cheerio';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MonthBars } from './MonthBars.tsx';
import { RankBars } from './RankBars.tsx';

const months = [
  { key: '2015-11', label: 'Nov', spoken: 'November 2015' },
  { key: '2015-12', label: 'Dec', spoken: 'December 2015' },
  { key: '2016-01', label: 'Jan', spoken: 'January 2016' },
];
const monthBars = (changes: Partial<Parameters<typeof MonthBars>[0]> = {}) =>
  load(
    renderToStaticMarkup(
      <MonthBars
        id="m"
        headline="Reports rose"
        subtitle="Submissions by month"
        months={months}
        counts={{ '2015-11': 10, '2015-12': 20 }}
        source="Portal"
        {...changes}
      />,
    ),
  );

describe('bars by month', () => {
  it('draws each bar as high as its count and writes the count on it, nothing included', () => {
    const $ = monthBars();
    const heights = $('rect')
      .map((_, bar) => Number($(bar).attr('height')))
      .get();
    expect(heights[1]).toBeCloseTo((heights[0] ?? 0) * 2);
    expect(heights[2]).toBe(0);
    expect(
      $('.portal-chart__value')
        .map((_, text) => $(text).text())
        .get(),
    ).toEqual(['10', '20', '0']);
  });
  it('says the same in words for those who do not see it', () => {
    const $ = monthBars();
    expect($('desc').text()).toBe(
      'A bar for each month: November 2015 10, December 2015 20, January 2016 0. The table below has the same figures.',
    );
    expect($('svg').attr('aria-labelledby')).toBe('m-title m-text');
  });
  it('numbers the events of its months and lists them in words', () => {
    const events = [
      { month: '2015-11', part: 0.87, title: 'MDS day', dateWords: '26 November 2015' },
      { month: '2014-01', part: 0, title: 'Long before', dateWords: '1 January 2014' },
    ];
    const $ = monthBars({ events });
    expect($('.portal-chart__event')).toHaveLength(1);
    expect($('.portal-chart__events li').text()).toBe('26 November 2015: MDS day');
  });
  it('marks the month that is not over in shape and words', () => {
    const $ = monthBars({ runningMonth: '2016-01' });
    expect($('.portal-chart__bar--running')).toHaveLength(1);
    expect($('figcaption').text()).toContain('not over');
  });
  it('has no inline style, which the policy would drop', () => {
    expect(monthBars()('[style]')).toHaveLength(0);
  });
});

describe('bars by name', () => {
  const rows = [
    { key: 'a', label: 'Birmingham East', count: 8 },
    { key: 'b', label: 'No area, several areas or outside the force', count: 0 },
  ];
  it('keeps the line of a thing with nothing and shortens only what is drawn', () => {
    const $ = load(
      renderToStaticMarkup(
        <RankBars id="r" headline="East" subtitle="By area" rows={rows} source="Portal" />,
      ),
    );
    expect($('rect')).toHaveLength(2);
    expect($('desc').text()).toContain('No area, several areas or outside the force 0');
    expect($('.portal-chart__label').last().text()).toHaveLength(35);
  });
});
