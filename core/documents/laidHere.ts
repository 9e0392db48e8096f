/**
 * What becomes, when this thread ends, of what it laid out: all is forgotten, unless `isLeft` to another one, which is there until the
 * vault is closed or locked and forgets everything then.
 */
export const laidHere = { isLeft: false };
