/** How long one entry of an evidence log may be, in characters. Apart from the use case, as the page shows it too. */
export const longestEvidence = 5000;
