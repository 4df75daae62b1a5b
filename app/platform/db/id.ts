import type { Prisma } from './generated/client.ts';

export type Model = Prisma.ModelName;

declare const named: unique symbol;

/**
 * The id of a row of one model, which no other model's is taken for. `npm run generate` gives the ids that the client reads
 * this type (prisma/brand-ids.ts).
 */
export type Id<Of extends Model> = string & { readonly [named]: Of };
