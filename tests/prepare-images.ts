import { prepareImages } from './factories/prepared-images.ts';

/** Writes the embedded databases that tests start from into the directory given (tests/run.ts). */
const [directory = ''] = process.argv.slice(2);
await prepareImages(directory);
