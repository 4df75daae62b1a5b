import { searchJourney } from './search-journey.ts';

searchJourney();
