import { partnerJourney } from './partner-journey.ts';

partnerJourney();
