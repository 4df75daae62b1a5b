// @ts-expect-error Prisma publishes no types of it.
import { QueryCompiler } from '@prisma/client/runtime/query_compiler_fast_bg.postgresql.mjs';

type Compiler = { compile: (query: string) => unknown };

/**
 * A client of Prisma compiles each query that it meets once, and each file of tests has a client of its own. What comes of
 * it depends on the schema and the query alone, so a worker keeps it for all its clients.
 */
const compiled = new Map<string, unknown>();
const { prototype } = QueryCompiler as { prototype: Compiler };
const { compile } = prototype;
prototype.compile = function (this: Compiler, query) {
  const plan = compiled.get(query) ?? compile.call(this, query);
  compiled.set(query, plan);
  return plan;
};
