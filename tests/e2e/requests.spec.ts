import { requestsJourney } from './requests-journey.ts';

requestsJourney();
