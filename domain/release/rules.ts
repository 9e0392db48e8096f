/**
 * The rules of the gate, each by its name. `release()` applies all of them; the tests switch each off in turn and look
 * whether anything notices. See `domain/release/gate.ts`.
 */
export const RULES = {
  kind: 'A kind goes only to the audiences it declares; a kind from a newer version is carried to members, never printed.',
  conflict: 'A record in conflict is not released.',
  numberTwice: 'A record whose number stands on another one as well is not released.',
  deleted: 'A deleted record is not printed, and is nothing to those outside.',
  distribution: 'A record goes only where its mark covers everyone in the audience.',
  clearance: 'A loosened mark holds for the content that was cleared, and for no other.',
  expiry: 'What was to be deleted after a day that has passed goes to nobody new.',
  openLabel: 'The community gets only what is GREEN or CLEAR, the public only what is CLEAR.',
  closedSession: 'Of closed sessions and their books nothing goes to the community or the public.',
  guestScope: 'A guest gets one item, the papers listed, what these name, and how the open book stands.',
  fields: 'A field goes only to the audiences it declares; an undeclared field goes nowhere.',
  entries: 'The same holds for the fields of a list’s entries.',
  saidTo: 'What is asked of somebody outside goes, outside, to them alone.',
  lastIssue: 'Of the issues of a paper, those outside learn the name and the day of the last.',
  shapes: 'Inside a value only what its schema knows is printed.',
  nodes: 'Only nodes, attributes and marks that this version knows are printed.',
  links: 'Outside, a link to what is withheld is gone without trace, and the tab behind which nothing is left.',
  comments:
    'A comment goes only where the record that it is on, and the comment that it answers, may go; an adoption and an answer to it only where all goes that is put up; a decision, an action, a recommendation only where its item and the minutes that it is marked in may go.',
  parties:
    'Who takes part in a meeting, and what its chair says, is said only where the meeting, the item and they themselves may be known.',
  portions: 'A stricter portion shows to members as a placeholder, outside not at all.',
  blockMarks: 'A block with a mark that is too strict does not go.',
  names: 'A body or person not to be named is unnamed beyond its own distribution.',
  pseudonyms:
    'Somebody under a pseudonym appears under another name, another for each audience, beyond those who hold the mapping.',
  attribution: 'Under the Chatham House Rule nobody sees who wrote or who speaks.',
  ids: 'Outside, every record has a fresh id.',
  positions: 'Outside, ids and order keys of blocks and entries are new and leave no gap.',
  numbering: 'Outside, numbers are given after filtering and leave no gap.',
  origin: 'Outside, nobody sees originator, author, date, caveats or who else may see it.',
  history: 'Outside, no revision goes; to this installation nothing is sealed.',
  ownHandling: 'A revision goes only where its own handling allows.',
  laterTightening: 'A revision goes only where every later tightening allows.',
  beforePortion: 'A revision from before a stricter portion was set apart stays behind for those who may not see it.',
  attachments: 'A file goes only with a record or revision that names it.',
} as const;

export type RuleName = keyof typeof RULES;
export type Rules = ReadonlySet<RuleName>;

export const ALL_RULES: Rules = new Set(
  Object.keys(RULES).filter((name): name is RuleName => Object.hasOwn(RULES, name)),
);
