import { z } from 'zod';
import { Notice } from '../../domain/exchange/manifest.ts';
import { CalendarDate, WallTime } from '../../domain/meetings/kinds.ts';
import { PaperStatus } from '../../domain/papers/kinds.ts';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { call } from '../call.ts';
import { Party } from '../exchange/receipts.ts';
import { Writer } from '../records/past.ts';

const Named = z.object({ record: RecordId, kind: z.string(), title: z.string() });

/** A paper as a line of the desk. */
export const DeskPaper = Named.extend({
  /** The organisations it comes from, by their short names. */
  from: z.array(z.string()),
  /** The item of the agenda that it is for. */
  item: Named.optional(),
  due: CalendarDate.optional(),
  /** Days by which it is late; 0 when it is not. */
  late: z.int(),
  status: PaperStatus.optional(),
});

/** What needs the person at this desk. */
const Need = z.discriminatedUnion('what', [
  /** Ours, and not handed in. */
  z.object({ what: z.literal('write'), paper: DeskPaper }),
  /** Open comments of others on a paper of ours. */
  z.object({ what: z.literal('answer'), paper: DeskPaper, comments: z.int() }),
  /** An item that we lead. */
  z.object({ what: z.literal('lead'), item: Named, by: CalendarDate, at: WallTime }),
  /** Handed in, and for the Secretariat to clear. */
  z.object({ what: z.literal('clear'), paper: DeskPaper }),
  /** Our step of the clearance of a paper that was handed in. */
  z.object({ what: z.literal('step'), paper: DeskPaper, looksAt: z.string(), until: CalendarDate.optional() }),
  /** What stands against issuing the agenda. */
  z.object({ what: z.literal('refusal'), sentence: z.string(), records: z.array(RecordId) }),
  /** A record whose sides disagree. */
  z.object({ what: z.literal('conflict'), record: Named }),
  /** An adoption that waits for our answer, or for its result to be recorded. `deadline`: minutes, UTC. */
  z.object({
    what: z.literal('adoption'),
    adoption: Named,
    does: z.enum(['answer', 'record']),
    deadline: z.string().optional(),
    zone: z.string(),
  }),
  /** A copy whose last day has passed. `from`: the organisation that wrote it. */
  z.object({ what: z.literal('expired'), record: Named, day: CalendarDate, from: z.string() }),
]);

/** A record that others made or changed. */
const News = Named.extend({
  is: z.enum(['new', 'changed']),
  who: Writer,
  /** When they wrote it: minutes, UTC. */
  at: z.string(),
  homes: z.array(Named),
});

export const deskCalls = {
  /** What a desk shows, from the records as they are on this day at the meeting's place. */
  read: call(
    z.object({
      language: z.enum(['en', 'fr']).optional(),
      /** The line of the journal up to which a person has seen what arrived; 0 unless told. */
      seen: z.int().min(0).optional(),
    }),
    z.object({
      today: CalendarDate,
      meeting: z
        .object({
          record: RecordId,
          title: z.string(),
          /** Of a regular meeting. */
          number: z.int().optional(),
          starts: CalendarDate.optional(),
          ends: CalendarDate.optional(),
          place: z.string(),
          standing: z.enum(['ahead', 'underWay', 'over', 'undated']),
          /** Until it begins, or since it ended. */
          days: z.int(),
          sessions: z.array(
            z.object({
              session: RecordId,
              day: z.int(),
              date: CalendarDate,
              starts: WallTime,
              ends: WallTime,
              access: z.enum(['closed', 'open']),
              items: z.array(z.string()),
            }),
          ),
        })
        .optional(),
      readiness: z
        .object({
          total: z.int(),
          issued: z.int(),
          cleared: z.int(),
          submitted: z.int(),
          late: z.array(DeskPaper),
          expected: z.array(DeskPaper),
          /** To which members a dossier of this meeting was sealed here, of how many. */
          sentTo: z.array(z.string()),
          members: z.int(),
          /** When the last dossier or supplement of it was accepted or opened here: minutes, UTC. */
          received: z.string().optional(),
        })
        .optional(),
      needs: z.array(Need),
      /** Records in conflict beyond those listed. */
      moreConflicts: z.int(),
      bundles: z.array(
        z.object({
          bundle: z.string(),
          sender: InstallationId,
          senderName: z.string(),
          organisationName: z.string(),
          purpose: z.string(),
          records: z.int(),
          created: z.string(),
        }),
      ),
      /** Notices that are not over, the one with the nearest end first; `waiting`: what came with it is not decided on. */
      notices: z.array(
        z.object({
          bundle: z.string(),
          senderName: z.string(),
          organisationName: z.string(),
          created: z.string(),
          notice: Notice,
          waiting: z.boolean(),
        }),
      ),
      /** What the exchange waits for, or is waited for. */
      exchange: z.object({
        /** By addressee, the latest bundle of which nothing was heard for too long. `missing`: a later one was acknowledged. */
        silent: z.array(
          Party.extend({
            bundle: z.string(),
            purpose: z.string(),
            meetingTitle: z.string().optional(),
            days: z.int(),
            missing: z.boolean(),
          }),
        ),
        /** Bundles of others that did not arrive here. */
        gaps: z.array(Party.extend({ bundles: z.int() })),
        /** What others asked for and nobody answered. */
        requests: z.array(Party.extend({ carrier: z.string(), at: z.string(), everything: z.boolean() })),
        /** Receipts that were not sent back yet. */
        due: z.array(Party.extend({ bundles: z.int(), since: z.string() })),
      }),
      news: z.array(News),
      /** How many more there are than listed. */
      moreNews: z.int(),
      /** The last line of the journal now: what to give as `seen`. */
      journal: z.int(),
      hasOrganisations: z.boolean(),
      hasCards: z.boolean(),
      hasPapers: z.boolean(),
    }),
  ),
};
