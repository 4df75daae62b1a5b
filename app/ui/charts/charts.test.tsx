import { load } from 'cheerio';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MonthBars } from './MonthBars.tsx';
import { RankBars } from './RankBars.tsx';
import { stepsUp } from './scales.ts';

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
    const heights = $('.portal-chart__wide rect')
      .map((_, bar) => Number($(bar).attr('height')))
      .get();
    expect(heights[1]).toBeCloseTo((heights[0] ?? 0) * 2);
    expect(heights[2]).toBe(0);
    expect(
      $('.portal-chart__wide .portal-chart__value')
        .map((_, text) => $(text).text())
        .get(),
    ).toEqual(['10', '20', '0']);
  });
  it('says the same in words for those who do not see it', () => {
    const $ = monthBars();
    expect($('desc').first().text()).toBe(
      'A bar for each month: November 2015 10, December 2015 20, January 2016 0. The table below has the same figures.',
    );
    expect(
      $('svg')
        .map((_, svg) => $(svg).attr('aria-labelledby'))
        .get(),
    ).toEqual(['m-title m-text', 'm-narrow-title m-narrow-text']);
  });
  it('numbers the events of its months and lists them in words', () => {
    const events = [
      { month: '2015-11', part: 0.87, title: 'MDS day', dateWords: '26 November 2015' },
      { month: '2014-01', part: 0, title: 'Long before', dateWords: '1 January 2014' },
    ];
    const $ = monthBars({ events });
    expect($('.portal-chart__wide .portal-chart__event')).toHaveLength(1);
    expect($('.portal-chart__events li').text()).toBe('26 November 2015: MDS day');
  });
  it('marks the month that is not over in shape and words', () => {
    const $ = monthBars({ runningMonth: '2016-01' });
    expect($('.portal-chart__wide .portal-chart__bar--lighter')).toHaveLength(1);
    expect($('figcaption').text()).toContain('not over');
  });
  it('is drawn once more for narrow screens, with one letter for a month and numbers while they have room', () => {
    const narrow = (count: number) => {
      const many = Array.from({ length: count }, (_, index) => ({
        key: `m${index}`,
        label: 'Nov',
        spoken: 'November',
      }));
      return monthBars({ months: many })('.portal-chart__narrow');
    };
    expect(narrow(13).find('.portal-chart__value')).toHaveLength(13);
    expect(narrow(14).find('.portal-chart__value')).toHaveLength(0);
    expect(narrow(14).find('.portal-chart__label').last().text()).toBe('N');
  });
  it('puts the numbers of events that are close together at two heights', () => {
    expect(stepsUp([10, 20, 30, 90], 22)).toEqual([0, 1, 0, 0]);
  });
  it('has no inline style, which the policy would drop', () => {
    expect(monthBars()('[style]')).toHaveLength(0);
  });
});

describe('bars by name', () => {
  const rows = [
    {
      key: 'a',
      label: 'Birmingham East',
      bars: [
        { name: 'Before', count: 4, lighter: true },
        { name: 'After', count: 8 },
      ],
    },
    { key: 'b', label: 'No area, several areas or outside the force', bars: [{ count: 0 }] },
  ];
  const $ = load(
    renderToStaticMarkup(<RankBars id="r" headline="East" subtitle="By area" rows={rows} source="Portal" />),
  );
  it('says every name and number in text, also of a thing with nothing', () => {
    expect(
      $('.portal-ranks__row')
        .map((_, row) => $(row).find('dt').text() + ': ' + $(row).find('dd').text())
        .get(),
    ).toEqual(['Birmingham East: Before 4After 8', 'No area, several areas or outside the force: 0']);
  });
  it('draws each bar as long as its count beside the longest', () => {
    expect(
      $('rect')
        .map((_, bar) => $(bar).attr('width'))
        .get(),
    ).toEqual(['50%', '100%', '0%']);
    expect($('.portal-chart__bar--lighter')).toHaveLength(1);
  });
});
