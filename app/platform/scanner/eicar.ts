/**
 * The harmless file by which every scanner shows that it works (eicar.org). Put together here so that no scanner takes
 * this source for it.
 */
export const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS', '-TEST-FILE!$H+H*'].join(''),
);
