import type { Prisma } from './generated/client.ts';

/** `submittedAt` -> `submitted_at`: how prisma/schema.prisma maps every field to its column. */
type ColumnName<Field extends string> = Field extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${ColumnName<Rest>}`
  : '';

/** A value as JSON carries it into a statement: a time as an ISO string in UTC, a day as `YYYY-MM-DD`, bytes as `bytesAsText`. */
type Carried<Value> = [Prisma.JsonValue] extends [Value]
  ? object
  : Value extends Date | Uint8Array
    ? string
    : Value;

/**
 * A row of a model by its columns, every one of them: what is missing, misspelt or of another type than in
 * prisma/schema.prisma does not compile. For statements that write many rows at once from JSON.
 */
export type RowOf<Model> = {
  [Field in keyof Model & string as ColumnName<Field>]: Carried<Model[Field]>;
};

/** Bytes as PostgreSQL reads them from text: "\\x01ab". */
export const bytesAsText = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;
