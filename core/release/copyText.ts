import { printedWords } from '../../domain/audit/usual.ts';
import { agendaSheet } from '../../domain/documents/agendaSheet.ts';
import { paperSheet } from '../../domain/documents/paperSheet.ts';
import { USUAL_PRINT } from '../../domain/documents/printRequest.ts';
import { recordText, usualInText } from '../../domain/documents/recordText.ts';
import { strictest } from '../../domain/documents/releasedParts.ts';
import { reminderText, usualInReminders } from '../../domain/documents/reminderText.ts';
import { agendaText, paperText } from '../../domain/documents/sheetText.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Label } from '../../domain/handling/handling.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { asJson } from '../../domain/records/revision.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { type CommunityAudience, isOutside } from '../../domain/release/material.ts';
import { assertRelease, audienceOf, type Release } from '../../domain/release/release.ts';
import { auditRelease } from '../audit/auditRelease.ts';
import { READERS } from '../audit/readers.ts';
import { readOf } from '../documents/readOf.ts';
import { findRecord } from '../records/rows.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';
import { mentionLine } from './explanationLines.ts';
import { mentionsOf, type Read, requireDecided } from './mentions.ts';
import { releaseFor } from './releaseFor.ts';

/** Records as text for somebody; `blocks`: of one paper, these alone. */
export interface TextOrder {
  readonly records: readonly RecordId[];
  readonly blocks?: readonly string[] | undefined;
  /** Papers that are waited for: not what they say, but that they are. */
  readonly reminder?: boolean | undefined;
  readonly audience: Audience;
  readonly language: 'en' | 'fr';
}

/** What goes into the clipboard, under which label, and how many of the records asked for are not in it. */
export interface CopiedText {
  readonly text: string;
  readonly label: Label;
  readonly withheld: number;
  /** Withheld names that stand in it, each decided on or not. */
  readonly mentions: ReturnType<typeof mentionLine>[];
}

/**
 * The text of records for an audience. `toClipboard`: it is on its way there, which the journal notes. Outside the board
 * paragraphs have other ids, and a paper goes whole. Throws `release.withheld` when none may go,
 * `release.audit`, and `release.undecided` on the way to the clipboard.
 */
export function recordsAsText(session: Session, order: TextOrder, toClipboard: boolean): CopiedText {
  const { release, idIn } = releaseFor(session, { of: 'everything' }, order.audience, 'documents', [], order.language);
  const blocks = isOutside(order.audience.kind) ? undefined : order.blocks;
  const texts =
    order.reminder === true
      ? [reminderText(release, order.records.map(idIn), release.at.slice(0, 10), order.language)]
      : order.records.map((id) => recordText(release, idIn(id), order.language, blocks));
  const going = texts.filter((text) => text !== undefined);
  if (going.length === 0) throw new AmberdeskError('release.withheld');
  const label = strictest(going.map((one) => one.label));
  const text = readAgain(session, release, going.map((one) => one.text).join('\n\n\n'));
  const read = readOfAll(session, order.records);
  if (toClipboard) {
    requireDecided(session, release, 'text', read);
    noteCopied(session, release, order.records);
  }
  const mentions = mentionsOf(session, release, read).map((one) => mentionLine(session.vault, one));
  return { text, label, withheld: texts.length - going.length, mentions };
}

/** What is read of records that are copied: of a paper as where it prints, with its portions. */
function readOfAll(session: Session, records: readonly RecordId[]): Read {
  return new Map<string, readonly string[] | undefined>(
    records.flatMap((id) => {
      const read = findRecord(session.vault, id)?.kind === 'paper' ? readOf(session, { what: 'paper', paper: id }) : [];
      return read === 'everything' ? [] : [...read, [id, undefined] as const];
    }),
  );
}

/** What of an open session: its agenda by the meeting, or a paper; by the ids of the release, with the records' own. */
export interface OpenTextOrder {
  readonly what: 'agenda' | 'paper';
  readonly id: RecordId;
  readonly record: RecordId;
  readonly language: 'en' | 'fr';
}

/** The agenda or a paper of a release as text on its way to the clipboard. Throws `release.withheld`, `release.audit`. */
export function documentAsText(
  session: Session,
  release: Release<CommunityAudience>,
  order: OpenTextOrder,
): Omit<CopiedText, 'withheld' | 'mentions'> {
  const options = { ...USUAL_PRINT, language: order.language };
  const sheet =
    order.what === 'agenda' ? agendaSheet(release, order.id, options) : paperSheet(release, order.id, options);
  const text = readAgain(session, release, sheet.what === 'agenda' ? agendaText(sheet) : paperText(sheet));
  const { what, record } = order;
  const document = what === 'agenda' ? ({ what, meeting: record } as const) : ({ what, paper: record } as const);
  requireDecided(session, release, 'text', readOf(session, document));
  noteCopied(session, release, [record]);
  return { text, label: sheet.label };
}

/** The text, once it was read as whoever pastes it will. */
function readAgain(session: Session, release: Release, text: string): string {
  assertRelease(release);
  auditRelease(session, release, {
    what: 'text',
    passages: READERS.text(Buffer.from(text, 'utf8')),
    beside: [],
    usual: [...printedWords(), ...usualInText(release), ...usualInReminders()],
  });
  return text;
}

function noteCopied(session: Session, release: Release, records: readonly RecordId[]): void {
  appendJournal(session.vault, session.surroundings.now(), 'copied', {
    ...(records.length === 1 ? { record: records[0] ?? '' } : { records: records.length }),
    audience: asJson(audienceOf(release)),
  });
}
