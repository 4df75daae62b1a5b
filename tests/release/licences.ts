import { lockedPackages } from './packages.ts';

/** `npm run licences`: the licence of each package that the portal runs with, and an error where one is new to us. */

/** Those under which a force may run, change and pass on the portal. */
const known =
  /^\(?(?:MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1|CC0-1\.0|Unlicense|BlueOak-1\.0\.0|Python-2\.0|PSF-2\.0|LGPL-3\.0(?:-or-later)?)(?: (?:AND|OR) |\)|$)/;

const used = lockedPackages().used.sort((one, other) => one.name.localeCompare(other.name));
for (const { name, version, license } of used) console.log(`${name}@${version}`.padEnd(56), license);
console.log(`\n${used.length} packages`);
const strange = used.filter(({ license }) => !known.test(license));
if (strange.length > 0) {
  console.error(`Look at these: ${strange.map(({ name, license }) => `${name} (${license})`).join(', ')}`);
  process.exitCode = 1;
}
