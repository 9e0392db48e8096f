import { z } from 'zod';
import { Label } from '../../domain/handling/handling.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { Audience } from '../../domain/release/audience.ts';
import { call, jobInput } from '../call.ts';
import { Explanation } from '../exchange/bundles.ts';
import { JournalFilter } from '../journal/calls.ts';
import { RegisterSelection } from '../records/register.ts';
import { MAKING_ERRORS } from './makingErrors.ts';

/** Not more rows are named one by one. */
const MOST = 20_000;

/** What is listed: what a register is narrowed to, in its order, of it perhaps only some; or records as they are named. */
const Listed = z.discriminatedUnion('of', [
  z.object({ of: z.literal('register'), choice: RegisterSelection, only: z.array(RecordId).max(MOST).optional() }),
  z.object({ of: z.literal('records'), records: z.array(RecordId).min(1).max(MOST) }),
]);

const order = {
  list: Listed,
  /** As in `records.register`. */
  columns: z.array(z.string()).min(1).max(60),
  audience: Audience,
  language: z.enum(['en', 'fr']),
};

/** What this desk knows of what it did itself: of the journal the lines that are wanted; the matrix of all bundles, or of a meeting's. */
const OwnList = z.discriminatedUnion('of', [
  z.object({ of: z.literal('journal'), filter: JournalFilter }),
  z.object({
    of: z.literal('matrix'),
    meeting: RecordId.optional(),
    /** Only addressees of whom something was not heard. */
    silent: z.boolean().default(false),
  }),
]);

const ownOrder = { list: OwnList, language: z.enum(['en', 'fr']) };

/** A list as it would stand in a file: its first rows, and how many there are. */
const Shown = z.object({
  label: Label,
  heads: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  total: z.int(),
  withheld: z.int(),
  mentions: Explanation.shape.mentions,
});

export const listCalls = {
  /** A list as it would go to an audience: its first rows, and how many there are. */
  asList: call(z.object(order), Shown, ['release.withheld', 'release.conflict', 'release.numberTwice']),
  /** Writes a list for an audience as a CSV file, which must not be there yet. */
  saveList: call(jobInput({ ...order, file: z.string() }), z.object({ rows: z.int() }), [
    'release.withheld',
    ...MAKING_ERRORS,
    'file.exists',
    'file.unwritable',
  ]),
  /** The journal or the matrix as a list, for this desk alone. */
  asOwnList: call(z.object(ownOrder), Shown, ['release.withheld']),
  /** Writes it as a CSV file, which must not be there yet. */
  saveOwnList: call(jobInput({ ...ownOrder, file: z.string() }), z.object({ rows: z.int() }), [
    'release.withheld',
    ...MAKING_ERRORS,
    'file.exists',
    'file.unwritable',
  ]),
};
