import type { Client } from '../contract/client.ts';
import { AmberdeskError } from '../domain/errors.ts';
import { RecordId } from '../domain/records/ids.ts';
import { text } from '../domain/records/text.ts';

/** The meeting with this symbol, the paper with this number, or the record with this id. */
export async function findRecord(client: Client, name: string) {
  const meetings = await client.records.list({ kind: 'meeting' });
  const papers = await client.records.list({ kind: 'paper' });
  const found =
    meetings.find((meeting) => text(meeting.body.symbol) === name || meeting.id === name) ??
    papers.find((paper) => [text(paper.body.number), text(paper.body.openNumber), paper.id].includes(name));
  if (found !== undefined) return found;
  if (!isId(name)) throw new AmberdeskError('record.missing', name);
  return client.records.read({ id: name });
}

const isId = (name: string): boolean => RecordId.safeParse(name).success;
