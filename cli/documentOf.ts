import type { Client } from '../contract/client.ts';
import { AmberdeskError } from '../domain/errors.ts';
import { findOrganisation } from './audienceOf.ts';
import { findRecord } from './findRecord.ts';

type PrintedDocument = Parameters<Client['documents']['print']>[0]['document'];

/** What is printed of a meeting, by the names that `--as` takes. */
export const OF_MEETINGS = [
  'agenda',
  'running-order',
  'annotated-agenda',
  'plates',
  'attendance',
  'participants',
  'minutes',
  'outcomes',
  'dossier',
  'open-dossier',
] as const;

export interface DocumentOptions {
  /** The agenda unless told. */
  readonly as?: (typeof OF_MEETINGS)[number] | undefined;
  /** The day of a running order, from 1. */
  readonly day?: number | undefined;
  /** The organisation that minutes concern, or to which is recommended. */
  readonly concerning?: string | undefined;
}

/**
 * The document that a name and the options of a command stand for: what is wanted of a meeting, a paper, a
 * dossier, or what is put up for adoption. Throws `record.missing`, and `input.invalid` for what cannot be printed so.
 */
export async function documentOf(client: Client, name: string, options: DocumentOptions): Promise<PrintedDocument> {
  const { id, kind } = await findRecord(client, name);
  if (kind === 'meeting') return ofMeeting(client, id, options);
  if (options.as !== undefined) throw new AmberdeskError('input.invalid', { as: options.as, kind });
  if (kind === 'paper') return { what: 'paper', paper: id };
  if (kind === 'dossier') return { what: 'dossier', dossier: id };
  if (kind === 'adoption') return { what: 'adoption', adoption: id };
  throw new AmberdeskError('input.invalid', { kind });
}

async function ofMeeting(
  client: Client,
  meeting: string,
  { as = 'agenda', day = 1, concerning }: DocumentOptions,
): Promise<PrintedDocument> {
  const organisation = concerning === undefined ? undefined : (await findOrganisation(client, concerning)).id;
  switch (as) {
    case 'running-order':
      return { what: 'runningOrder', meeting, day };
    case 'annotated-agenda':
      return { what: 'annotatedAgenda', meeting };
    case 'minutes':
      return { what: 'minutes', meeting, ...(organisation && { concerning: organisation }) };
    case 'outcomes':
      return { what: 'outcomes', meeting, ...(organisation && { addressee: organisation }) };
    case 'dossier':
      return bookOf(client, meeting, 'closed');
    case 'open-dossier':
      return bookOf(client, meeting, 'open');
    default:
      return { what: as, meeting };
  }
}

/** The first book of the meeting that is for these sessions. */
async function bookOf(client: Client, meeting: string, book: 'closed' | 'open'): Promise<PrintedDocument> {
  const found = (await client.dossiers.list({ meeting })).find((one) => one.book === book);
  if (found === undefined) throw new AmberdeskError('record.missing', { book });
  return { what: 'dossier', dossier: found.dossier };
}
