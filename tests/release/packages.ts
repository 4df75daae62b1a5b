import { readFileSync } from 'node:fs';

type Lock = {
  packages: Record<string, { version?: string; license?: string; dev?: boolean; devOptional?: boolean }>;
};
export type LockedPackage = { path: string; name: string; version: string; license: string };

/**
 * Every package of package-lock.json: what the portal runs with, and what only building and testing needs. npm's own
 * pruning leaves what a package of the running portal would take if it were there (`devOptional`), as Prisma's studio.
 */
export function lockedPackages(): { used: LockedPackage[]; unneeded: LockedPackage[] } {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const all = Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license = 'none stated', dev, devOptional }]) => ({
      path,
      name: path.replace(/^.*node_modules\//, ''),
      version,
      license,
      needed: dev !== true && devOptional !== true,
    }));
  return { used: all.filter(({ needed }) => needed), unneeded: all.filter(({ needed }) => !needed) };
}
