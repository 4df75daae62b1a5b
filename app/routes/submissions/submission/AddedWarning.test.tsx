import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AddedWarning } from './AddedWarning.tsx';

const added = (danger: string, hour: number) => ({
  id: `${danger}-${hour}`,
  addedAt: new Date(Date.UTC(2016, 0, 18, hour)),
  danger,
  part: 'added' as const,
});
const said = (...unread: ReturnType<typeof added>[]) =>
  renderToStaticMarkup(<AddedWarning unread={unread} ended={false} />).replace(/<[^>]*>/g, '');

describe('the warning of what was added', () => {
  it('says the gravest of it, with its own time', () => {
    expect(said(added('no', 9), added('soon', 10), added('now', 11))).toContain(
      'Somebody is in danger now: the partner wrote this on 18 January 2016 at 11am',
    );
    expect(said(added('soon', 10), added('no', 11))).toContain('Somebody could soon be in danger');
  });

  it('says nothing of danger where none was told of, and nothing at all where all is read', () => {
    expect(said(added('no', 9))).toContain('The partner has added information since this was sent');
    expect(said(added('no', 9))).not.toContain('danger');
    expect(said()).toBe('');
  });

  it('says that it stops the closing, unless there is nothing left to close', () => {
    expect(said(added('no', 9))).toContain('Until then the report cannot be closed');
    const ended = renderToStaticMarkup(<AddedWarning unread={[added('no', 9)]} ended />);
    expect(ended).not.toContain('cannot be closed');
  });
});
