import { z } from 'zod';

/** The longest title of a plan or one of its parts, in characters. */
export const longestTitle = 200;

/** What stands above the parts of a plan; empty where it has none. */
export type Headings = { secondTitle: string; localPlanTitle: string; priority: string; leadRole: string };

const heading = z.string().catch('');
const schema = z.object({
  secondTitle: heading,
  localPlanTitle: heading,
  priority: heading,
  leadRole: heading,
});

/** The headings of a plan as its row keeps them. */
export const headingsOf = (source: unknown): Headings => schema.parse(source);
