import type { Prisma } from './generated/client.ts';

/** An entity has no row of its own: what names it has its id (docs/decisions/0088). */
export type Model = Prisma.ModelName | 'Entity';

declare const named: unique symbol;

/**
 * The id of a row of one model, which no other model's is taken for. `npm run generate` gives the ids that the client reads
 * this type (prisma/brand-ids.ts).
 */
export type Id<Of extends Model> = string & { readonly [named]: Of };
