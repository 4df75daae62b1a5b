import { routingJourney } from './routing-journey.ts';

routingJourney();
