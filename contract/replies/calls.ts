import { z } from 'zod';
import { ReceivedWay } from '../../domain/papers/kinds.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { call } from '../call.ts';

/** What came: a file, or the words of a message. */
export const ReplySource = z.union([
  z.object({ file: z.string(), name: z.string().max(1000) }),
  z.object({ words: z.string().max(2_000_000) }),
]);

/** What was read of an answer, and what may be made of it. Nothing is kept of it yet, and nothing of it is trusted. */
export const ReadReply = z.object({
  way: ReceivedWay,
  /** SHA-256 of what came. */
  digest: z.string(),
  size: z.int(),
  /** Its words can be read; else it is kept as a file. */
  hasWords: z.boolean(),
  title: z.string(),
  text: z.string(),
  contact: z.string(),
  /** The item as it was written. */
  itemWords: z.string(),
  mayBeNamed: z.enum(['yes', 'no', 'unsaid']),
  namedWords: z.string(),
  passOn: z.enum(['nobody', 'board', 'session', 'everyone', 'other', 'unsaid']),
  passOnWords: z.string(),
  /** Something was longer than is read; the file is kept whole. */
  cut: z.boolean(),
  /** What of a form in a Word file is not taken in, by the kinds of notes of an import. */
  dropped: z.array(z.string()),
  /** It answers a bundle that was sealed here for this body, by its reference. */
  bundle: z.string().optional(),
  body: RecordId.optional(),
  meeting: RecordId.optional(),
  item: RecordId.optional(),
  /** The open items of the meeting, as the body has their numbers. */
  items: z.array(z.object({ item: RecordId, number: z.string(), title: z.string() })),
  /** What the body was asked for and is waited for; `written`: something stands there already, `portions` of it stricter. */
  commissioned: z.array(z.object({ paper: RecordId, title: z.string(), written: z.boolean(), portions: z.int() })),
  /** Of these, the one that it seems to be: the only one, or the one of its title. */
  asked: RecordId.optional(),
  /** The same was taken in already. */
  before: RecordId.optional(),
});

export const repliesCalls = {
  /** Reads an answer of an invited body, by its form or without. Changes nothing. */
  read: call(z.object({ source: ReplySource, meeting: RecordId.optional(), body: RecordId.optional() }), ReadReply, [
    'file.missing',
    'load.tooLarge',
    'load.malformed',
    'reply.unread',
  ]),
  /**
   * Takes it in, as a person confirmed or corrected it: a paper from outside, unverified, on an item of the agenda; or
   * into the paper that the body was asked for. One of `item` and `into` is given.
   */
  take: call(
    z.object({
      source: ReplySource,
      /** What was read before. */
      digest: z.string(),
      body: RecordId,
      item: RecordId.optional(),
      /** `over`: what stands there gives way, and stays in the history. */
      into: z.object({ paper: RecordId, over: z.boolean() }).optional(),
      /** Of a new paper; a commissioned one keeps its own. */
      title: z.string().trim().min(1).max(300),
      /** The body may be named as its author. */
      named: z.boolean(),
      /** It stays with who takes it in; else it is for the board. */
      stays: z.boolean(),
      language: z.enum(['en', 'fr']).optional(),
    }),
    z.object({
      paper: RecordId,
      /** What came as it came, where it stands apart. */
      asReceived: RecordId.optional(),
    }),
    [
      'file.missing',
      'load.tooLarge',
      'load.malformed',
      'reply.unread',
      'reply.changed',
      'record.missing',
      'record.conflict',
      'record.invalid',
      'record.changedMeanwhile',
      'vault.full',
    ],
  ),
  /** Somebody made sure that a text from outside comes from where it says. */
  verify: call(z.object({ paper: RecordId, reason: z.string().trim().min(1).max(1000) }), z.object({}), [
    'record.missing',
    'record.conflict',
    'record.invalid',
  ]),
};
