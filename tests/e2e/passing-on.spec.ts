import { passingOnJourney } from './passing-on-journey.ts';

passingOnJourney();
