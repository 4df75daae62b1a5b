import { filesJourney } from './files-journey.ts';

filesJourney();
