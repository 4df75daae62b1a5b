/** What was posted, after everything that the page did not ask for is gone. Values are well-formed text without NUL. */
export interface PostedForm {
  /** The value, or the first of several; an empty string when nothing was sent. */
  get(name: string): string;
  /** Every value in the order sent; empty when nothing was sent. */
  all(name: string): string[];
  /** Whether the name was sent at all, even empty: for buttons and boxes. */
  has(name: string): boolean;
  /** A name declared for several values gives an array, any other a string. Names that were not sent are absent. */
  toRecord(): Record<string, string | string[]>;
}

/** An add-to-a-list: its entries are posted as `name[0].field`, with indices from 0 up to `max` - 1. */
export type ListNames = { max: number; one?: readonly string[]; many?: readonly string[] };

/**
 * The names that a page's form posts. A plain array means that each may come once.
 * `many` are names that may be repeated, such as check boxes.
 */
export type FieldNames =
  | readonly string[]
  | { one?: readonly string[]; many?: readonly string[]; lists?: Readonly<Record<string, ListNames>> };

type Multiplicity = 'one' | 'many';

/** Collects name and value pairs, and drops every name that is not declared. */
export function postedForm(pairs: Iterable<readonly [string, string]>, names: FieldNames): PostedForm {
  const multiplicityOf = declared(names);
  const posted = new Map<string, { multiplicity: Multiplicity; values: string[] }>();
  for (const [name, value] of pairs) {
    const multiplicity = multiplicityOf(name);
    if (multiplicity === undefined) continue;
    const known = posted.get(name);
    if (known === undefined) posted.set(name, { multiplicity, values: [value] });
    else if (multiplicity === 'many') known.values.push(value);
  }
  const all = (name: string) => [...(posted.get(name)?.values ?? [])];
  return {
    get: (name) => posted.get(name)?.values[0] ?? '',
    all,
    has: (name) => posted.has(name),
    toRecord: () =>
      Object.fromEntries(
        [...posted].map(([name, { multiplicity, values }]) => [
          name,
          multiplicity === 'many' ? [...values] : (values[0] ?? ''),
        ]),
      ),
  };
}

/** No more digits than any list needs, so that no index is ever a large number. */
const listName = /^([^[\]]{1,100})\[(0|[1-9]\d{0,3})\]\.([^[\]]{1,100})$/;

function declared(names: FieldNames): (name: string) => Multiplicity | undefined {
  const { one = [], many = [], lists = {} } = isPlain(names) ? { one: names } : names;
  const single = new Set(one);
  const repeated = new Set(many);
  const byList = new Map(
    Object.entries(lists).map(([list, spec]) => [
      list,
      { max: spec.max, one: new Set(spec.one), many: new Set(spec.many) },
    ]),
  );
  return (name) => {
    if (repeated.has(name)) return 'many';
    if (single.has(name)) return 'one';
    if (byList.size === 0) return undefined;
    const [, list = '', index = '', field = ''] = listName.exec(name) ?? [];
    const spec = byList.get(list);
    if (spec === undefined || Number(index) >= spec.max) return undefined;
    if (spec.many.has(field)) return 'many';
    return spec.one.has(field) ? 'one' : undefined;
  };
}

function isPlain(names: FieldNames): names is readonly string[] {
  return Array.isArray(names);
}
