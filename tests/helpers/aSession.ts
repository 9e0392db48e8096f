import { expect } from 'vitest';
import type { Event } from '../../contract/events.ts';
import { addRevisions } from '../../core/records/addRevisions.ts';
import { createRecord } from '../../core/records/createRecord.ts';
import { listRecords } from '../../core/records/listRecords.ts';
import type { RecordView } from '../../core/records/recordView.ts';
import { shareDrafts } from '../../core/records/shareDrafts.ts';
import type { Session } from '../../core/session.ts';
import { openVaultWithKey } from '../../core/vault/openVault.ts';
import { naturalId, RecordId } from '../../domain/records/ids.ts';
import { canonicalJson, type JsonObject } from '../../domain/records/json.ts';
import { asJson, type Body, type SignedRevision } from '../../domain/records/revision.ts';
import { aClock, aVault } from './aVault.ts';

/** A session over a real encrypted vault, with a clock of its own, that remembers what it announced. */
export interface TestSession extends Session {
  readonly surroundings: ReturnType<typeof aClock>;
  readonly announced: Event[];
  readonly folder: string;
  /** Closes the vault and opens it again, as a restart does. The session given back replaces this one. */
  reopen(): Promise<TestSession>;
}

export type Role = 'secretariat' | 'member' | 'guest';

/** A seat of the network: `aSession('Tavania')` is a member's, `aSession('Secretariat', 'secretariat')` the board's office. */
export async function aSession(name = 'Tavania', role: Role = 'member'): Promise<TestSession> {
  const clock = aClock();
  const { vault, folder, key } = await aVault({
    holder: {
      seat: naturalId('person', `Representative of ${name}`),
      name: `Representative of ${name}`,
      organisation: naturalId('organisation', name),
      organisationName: name,
      role,
    },
    surroundings: clock,
  });
  return sessionOf(vault, clock, folder, key);
}

function sessionOf(
  vault: Session['vault'],
  surroundings: TestSession['surroundings'],
  folder: string,
  key: Uint8Array,
): TestSession {
  const announced: Event[] = [];
  return {
    vault,
    surroundings,
    announced,
    folder,
    announce: (event) => announced.push(event),
    async reopen() {
      vault.close();
      const again = await openVaultWithKey(folder, Uint8Array.from(key), { surroundings });
      return sessionOf(again, surroundings, folder, key);
    },
  };
}

/** Paragraphs with the ids `b0`, `b1`, …; a pair gives the id itself. */
export function aDocument(...paragraphs: (string | readonly [string, string])[]): JsonObject {
  return {
    type: 'doc',
    content: paragraphs.map((paragraph, index) => {
      const [id, text] = typeof paragraph === 'string' ? [`b${index}`, paragraph] : paragraph;
      return { type: 'paragraph', attrs: { id }, content: text === '' ? [] : [{ type: 'text', text }] };
    }),
  };
}

export function aPaper(session: Session, body: Body = {}, options?: Parameters<typeof createRecord>[3]): RecordView {
  const content = { title: 'Update on the Marrow valley', type: 'update', language: 'en', ...body };
  return createRecord(session, 'paper', content, options);
}

export function aMeeting(session: Session, body: Body = {}): RecordView {
  const content = { title: 'Eighth regular meeting', type: 'regular', starts: '2027-03-11', ends: '2027-03-12' };
  return createRecord(session, 'meeting', { ...content, ...body });
}

/** The record that says that an organisation is on the board. */
export function aMember(session: Session, name: string): RecordView {
  const id = naturalId('organisation', name);
  return createRecord(session, 'organisation', { name, membership: 'member' }, { id });
}

/** The lines in which revisions travel. */
export function linesOf(revisions: readonly SignedRevision[]) {
  return revisions.map((revision) => ({ revision, line: canonicalJson(asJson(revision)) }));
}

/** Shares everything on one side and adds it on the other, as a bundle of this name. Gives what travelled. */
export function deliver(from: Session, to: Session, bundle: string): SignedRevision[] {
  shareDrafts(from, 'all');
  const rows = from.vault.sqlite.prepare<[], { line: string }>('SELECT line FROM revision ORDER BY id').all();
  const revisions = rows.map(({ line }): SignedRevision => JSON.parse(line));
  addRevisions(to, linesOf(revisions), bundle);
  return revisions;
}

/** Everything in the vault that is computed from revisions and drafts, in an order that says nothing. */
export function computed({ vault }: Session): unknown {
  const all = (query: string) => vault.sqlite.prepare(query).all();
  return {
    records: listRecords(vault),
    links: all('SELECT * FROM link ORDER BY source, field, target'),
    documents: all('SELECT record, kind, label, deleted FROM search_document ORDER BY record'),
  };
}

export const randomId = () => RecordId.parse(crypto.randomUUID());

/** Expects an operation to be refused with this code, and gives the error's details. */
export function refusal(operation: () => unknown, code: string): unknown {
  try {
    operation();
  } catch (error) {
    expect(error).toMatchObject({ code });
    return error instanceof Error && 'details' in error ? error.details : undefined;
  }
  throw new Error(`It was not refused; ${code} was expected.`);
}
