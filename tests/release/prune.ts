import { rmSync } from 'node:fs';
import { lockedPackages } from './packages.ts';

/** `npm run prune`, after a build: takes away every package that only building and testing needs. */
for (const { path } of lockedPackages().unneeded) rmSync(path, { recursive: true, force: true });
