/** What stands against making an output of what the gate let through, whatever asks for it. */
export const MAKING_ERRORS = [
  'release.conflict',
  'release.numberTwice',
  'release.audit',
  'release.unread',
  'release.undecided',
  'print.failed',
] as const;
