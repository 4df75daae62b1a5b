import { Pagination } from '../govuk/Pagination.tsx';

export type ListPagesProps = {
  /** The first page, where this is a later one; null where this is the first. */
  start: string | null;
  /** The page that follows; null on the last. */
  next: string | null;
  label?: string;
};

/** The ways on in a list that is read page by page; nothing where one page holds all of it. */
export function ListPages({ start, next, label = 'Pages of this list' }: ListPagesProps) {
  if (start === null && next === null) return null;
  return (
    <Pagination
      label={label}
      previous={start === null ? undefined : { href: start, text: 'Back to the start' }}
      next={next === null ? undefined : { href: next, text: 'More' }}
    />
  );
}
