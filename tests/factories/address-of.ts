/** Where places are, as the portal itself gives it to the domain. */
export { addressOf } from '#app/http/address-of.ts';
