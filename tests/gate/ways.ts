import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';
import { PrintOptions, type WordDocument } from '../../contract/documents/calls.ts';
import type { Selection } from '../../contract/exchange/calls.ts';
import { READERS } from '../../core/audit/readers.ts';
import { saveList } from '../../core/documents/listFor.ts';
import { saveOwnList } from '../../core/documents/ownList.ts';
import { printDocument } from '../../core/documents/printDocument.ts';
import { printOrder } from '../../core/documents/printOrder.ts';
import { saveCalendar } from '../../core/documents/saveCalendar.ts';
import { wordToFile } from '../../core/documents/word/wordToFile.ts';
import { receivesFor } from '../../core/exchange/addressees.ts';
import { findInstallation } from '../../core/exchange/cards.ts';
import { type SealRequest, sealBundle } from '../../core/exchange/sealBundle.ts';
import { explainSealing, type SealOrder, sealSelection } from '../../core/exchange/sealSelection.ts';
import { saveForm } from '../../core/inquiries/saveForm.ts';
import { unwatched } from '../../core/jobs/work.ts';
import { exportJournal } from '../../core/journal/exportJournal.ts';
import { dumpRecords } from '../../core/load/dumpRecords.ts';
import { openReleaseOf } from '../../core/openSession/openRelease.ts';
import { saveAttachment } from '../../core/papers/saveAttachment.ts';
import { ask } from '../../core/receipts/sealWords.ts';
import { readCircle } from '../../core/records/circle.ts';
import { listRecords } from '../../core/records/listRecords.ts';
import { documentAsText, recordsAsText } from '../../core/release/copyText.ts';
import { explanationLines } from '../../core/release/explanationLines.ts';
import { releaseFor, releaseLacking } from '../../core/release/releaseFor.ts';
import type { PrintedDocument } from '../../domain/documents/printRequest.ts';
import { PSEUDO_COLUMNS } from '../../domain/records/columns.ts';
import { type InstallationId, RecordId } from '../../domain/records/ids.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { objects, text } from '../../domain/records/text.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { type BundleAudience, isOutside } from '../../domain/release/material.ts';
import { audienceOf, type Release, releasedOfKind } from '../../domain/release/release.ts';
import { CANARY, type Choices, INNER, UUID } from '../helpers/canaries.ts';
import { type CanaryDesk, PASSPHRASE, WORK_FACTOR } from './canaryDesk.ts';
import { unlessWithheld } from './withheld.ts';

/** Something that left, as it lies where it was put, and all that may stand in it. */
export interface Output {
  readonly files: readonly Buffer[];
  readonly may: May;
  /** All that may stand in it does: so the search is known to find what is there. */
  readonly whole?: boolean;
}

export interface May {
  readonly canaries: ReadonlySet<string>;
  /** Ids of records, blocks, revisions and files; `all` where only the holder reads it. */
  readonly ids: ReadonlySet<string> | 'all';
}

export interface Asked {
  readonly desk: CanaryDesk;
  readonly audience: Audience;
  readonly choices: Choices;
  /** Everything that can be made, where one of a sort would do. */
  readonly thorough: boolean;
}

/** Makes every output of a sort for an audience; none where the gate lets nothing through. */
type Way = (asked: Asked) => AsyncGenerator<Output>;

/**
 * Every way out through the gate, by the exporter that it is one of (`core/release/exporters.ts`). An exporter with a
 * gate and without a way here fails `tests/gate/exporters.test.ts`: what it makes of a desk for an audience goes here,
 * with what may stand in it.
 */
export const WAYS: Readonly<Record<string, Readonly<Record<string, Way>>>> = {
  bundle: {
    'under a passphrase': sealedByHand(() => ({})),
    'in volumes': sealedByHand(() => ({ volumeBytes: 2048 })),
    'with printed copies': sealedByHand(copiesFor),
    'to addressees': sealedTo(() => ({ of: 'everything' })),
    'of a selection': sealedTo(({ desk, choices }) => ({
      of: 'records',
      records: choices.some(recordsOf(desk), 40),
    })),
    'of a meeting': sealedTo(({ desk }) => ({ of: 'meeting', meeting: firstOf(desk, 'meeting') })),
    'to readers without the application': sealedTo(
      ({ desk }) => ({ of: 'meeting', meeting: firstOf(desk, 'meeting') }),
      ({ desk, audience }) =>
        isOutside(audience.kind) && idsOf(desk, 'meeting').length > 0
          ? { readable: { languages: ['en', 'fr'], paper: 'a4' }, meeting: firstOf(desk, 'meeting') }
          : undefined,
    ),
    'of what is lacking': async function* ({ desk, audience }) {
      if (isOutside(audience.kind) || audience.kind === 'self') return;
      const has = (id: string): boolean => /[0-7]d*$/.test(id);
      const lack = {
        records: new Set<string>(recordsOf(desk)),
        lacks: (id: string) => !has(id),
        lacksAttachment: () => true,
      };
      const { release } = releaseLacking(desk.session, { of: 'everything' }, audience, lack);
      yield* seal(desk, release, {});
    },
    'of words without records': async function* ({ desk, audience }) {
      if (audience.kind !== 'self') return;
      const [to] = desk.installations;
      if (to === undefined) return;
      const file = join(desk.folder, 'Request.amber');
      await ask(unwatched, desk.session, { to, everything: true, file });
      const body = findInstallation(desk.session.vault, to)?.organisation ?? '';
      yield { files: taken(file), may: { canaries: new Set(), ids: new Set([...ownIds(desk), body]) } };
    },
  },
  print: {
    agenda: printed(({ desk }) => idsOf(desk, 'meeting').map((meeting) => ({ what: 'agenda', meeting }))),
    plates: printed(({ desk }) => idsOf(desk, 'meeting').map((meeting) => ({ what: 'plates', meeting }))),
    attendance: printed(({ desk }) => idsOf(desk, 'meeting').map((meeting) => ({ what: 'attendance', meeting }))),
    participants: printed(({ desk }) => idsOf(desk, 'meeting').map((meeting) => ({ what: 'participants', meeting }))),
    runningOrder: printed(({ desk, audience }) =>
      isOutside(audience.kind)
        ? []
        : idsOf(desk, 'meeting').map((meeting) => ({ what: 'runningOrder', meeting, day: 1 })),
    ),
    annotatedAgenda: printed(({ desk, audience }) =>
      isOutside(audience.kind) ? [] : idsOf(desk, 'meeting').map((meeting) => ({ what: 'annotatedAgenda', meeting })),
    ),
    minutes: printed(({ desk, choices }) =>
      idsOf(desk, 'meeting').flatMap((meeting) => [
        { what: 'minutes', meeting } as const,
        {
          what: 'minutes',
          meeting,
          concerning: choices.of(firstOf(desk, 'organisation'), ...idsOf(desk, 'organisation')),
        } as const,
      ]),
    ),
    paper: printed(({ desk }) => idsOf(desk, 'paper').map((paper) => ({ what: 'paper', paper }))),
    outcomes: printed(({ desk, audience, choices }) => {
      if (isOutside(audience.kind)) return [];
      const [addressee] = choices.some(idsOf(desk, 'organisation'), 40);
      return idsOf(desk, 'meeting').map((meeting) => ({
        what: 'outcomes' as const,
        meeting,
        ...(addressee === undefined ? {} : { addressee }),
      }));
    }),
    commission: printed(({ desk }) =>
      idsOf(desk, 'paper')
        .slice(0, 2)
        .map((paper) => ({ what: 'commission', paper })),
    ),
    comments: printed(({ desk, audience }) =>
      isOutside(audience.kind) ? [] : idsOf(desk, 'paper').map((paper) => ({ what: 'comments', paper })),
    ),
    adoption: printed(({ desk }) => idsOf(desk, 'adoption').map((adoption) => ({ what: 'adoption', adoption }))),
    dossier: printed(({ desk }) => idsOf(desk, 'dossier').map((dossier) => ({ what: 'dossier', dossier }))),
    supplement: printed(({ desk, audience }) =>
      isOutside(audience.kind) || audience.kind === 'self'
        ? []
        : listRecords(desk.session.vault, { kind: 'dossier' }).flatMap(({ id, body }) =>
            objects(body.issues).map((issue) => ({ what: 'supplement' as const, dossier: id, since: text(issue.id) })),
          ),
    ),
    wording: printed(({ audience }) => (isOutside(audience.kind) ? [] : [{ what: 'wording' }])),
    couldOpen: printed(({ desk, audience }) =>
      isOutside(audience.kind)
        ? []
        : desk.installations.slice(0, 2).map((installation) => ({ what: 'couldOpen', installation })),
    ),
    annotations: printed(({ desk }) => idsOf(desk, 'meeting').map((meeting) => ({ what: 'annotations', meeting }))),
    explanation: printed(({ desk, audience }) => {
      if (audience.kind !== 'self') return [];
      const everything = { of: 'everything' } as const;
      return desk.generated.audiences
        .filter(({ kind }) => kind !== 'self')
        .map((of) => ({ what: 'explanation', of: { is: 'sealing', selection: everything, audience: of } }) as const);
    }),
  } satisfies Record<PrintedDocument['what'], Way>,
  calendar: {
    'of a meeting or a seat': async function* ({ desk, audience, choices }) {
      const [meeting] = idsOf(desk, 'meeting');
      if (meeting === undefined) return;
      const [seat] = choices.some(idsOf(desk, 'participant'), 40);
      const order = { meeting, seat, audience, language: choices.of('en', 'fr') } as const;
      const file = join(desk.folder, 'Calendar.ics');
      const made = await unlessWithheld(() => saveCalendar(unwatched, desk.session, { ...order, file }));
      if (made === undefined) return;
      const { release } = releaseFor(desk.session, { of: 'everything' }, audience, 'documents');
      yield { files: taken(file), may: heldBy(release, desk) };
    },
  },
  csv: {
    'of the journal': ownFile((session, file) =>
      saveOwnList(unwatched, session, { list: { of: 'journal', filter: {} }, language: 'en', file }),
    ),
    'of the matrix': async function* (asked) {
      const { desk } = asked;
      const list = { of: 'matrix', silent: false } as const;
      const save = ownFile((session, file) => saveOwnList(unwatched, session, { list, language: 'fr', file }));
      if (desk.installations.length > 0) yield* save(asked);
    },
    'of everything that lists show': async function* ({ desk, audience, choices }) {
      const kinds = [...new Set(listRecords(desk.session.vault).map(({ kind }) => kind))].filter((kind) =>
        kindOf(kind),
      );
      const kind = choices.of('paper', ...kinds);
      const fields = Object.keys(kindOf(kind)?.fields ?? {});
      const columns = [...PSEUDO_COLUMNS, ...fields].slice(0, 60);
      const sortable = columns.filter((column) => kindOf(kind)?.fields[column]?.merge !== 'richText');
      const sort = choices.some(sortable, 40).map((column) => ({ column, descending: choices.of(false, true) }));
      const language = choices.of<'en' | 'fr'>('en', 'fr');
      const choice = { kinds: [kind], filters: [], sort, language };
      const file = join(desk.folder, 'List.csv');
      const order = { list: { of: 'register' as const, choice }, columns, audience, language, file };
      const made = await unlessWithheld(() => saveList(unwatched, desk.session, order));
      if (made === undefined) return;
      const { release } = releaseFor(desk.session, { of: 'everything' }, audience, 'documents');
      yield { files: taken(file), may: heldBy(release, desk) };
    },
  },
  word: {
    // One of them for each vault and audience: all are made of the sheets that are printed above.
    'of a paper or a meeting': inWord(({ desk, audience, choices, thorough }) => {
      const papers = choices.some(idsOf(desk, 'paper'), thorough ? 99 : 4);
      const [meeting] = idsOf(desk, 'meeting');
      const forAll = ['agenda', 'minutes', 'participants', 'attendance'] as const;
      const atHome = isOutside(audience.kind) ? [] : (['annotatedAgenda', 'outcomes'] as const);
      const all: WordDocument[] = [
        ...papers.map((paper) => ({ what: 'paper', paper }) as const),
        ...(meeting === undefined ? [] : [...forAll, ...atHome].map((what) => ({ what, meeting }))),
      ];
      const first = choices.upTo(Math.max(0, all.length - 1));
      return [...all.slice(first), ...all.slice(0, first)];
    }),
    // Made of papers that are made above: now and then is enough, and once for certain.
    'of a dossier': inWord(({ desk, choices, thorough }) =>
      thorough || choices.percent(30) ? idsOf(desk, 'dossier').map((dossier) => ({ what: 'dossier', dossier })) : [],
    ),
  },
  inquiryForm: {
    'for a ministry': async function* ({ desk, audience, choices }) {
      if (audience.kind !== 'self') return;
      for (const { id, body } of listRecords(desk.session.vault, { kind: 'inquiry', deleted: false })) {
        const inquiry = RecordId.parse(id);
        const as = choices.of('docx', 'csv', 'txt');
        const file = join(desk.folder, `Form.${as}`);
        const ministry = text(objects(body.ministries)[0]?.id);
        const order = { inquiry, ministry, as, language: choices.of('en', 'fr'), paper: 'a4', file } as const;
        const made = await unlessWithheld(() => saveForm(desk.session, order));
        if (made === undefined) continue;
        const organisation = RecordId.parse(desk.generated.holder.organisation);
        const own: Audience = { kind: 'organisation', organisation };
        const { release } = releaseFor(desk.session, { of: 'everything' }, own, 'documents');
        yield { files: taken(file), may: heldBy(release, desk) };
      }
    },
  },
  copiedText: {
    'of records': async function* ({ desk, audience, choices }) {
      const order = { records: recordsOf(desk), audience, language: choices.of('en', 'fr') } as const;
      const copied = await unlessWithheld(() => recordsAsText(desk.session, order, true));
      if (copied !== undefined) yield textFor(desk, audience, copied.text);
    },
    'of an open session': async function* ({ desk, audience }) {
      if (audience.kind !== 'community') return;
      const meeting = firstOf(desk, 'meeting');
      const open = await unlessWithheld(() => openReleaseOf(desk.session, meeting));
      if (open === undefined) return;
      const { release } = open;
      const papers = releasedOfKind(release, 'paper').map(({ id }) => ({ what: 'paper', id }) as const);
      for (const document of [{ what: 'agenda', id: open.meeting } as const, ...papers]) {
        const order = { ...document, record: open.recordOf(document.id), language: 'en' } as const;
        yield { files: [Buffer.from(documentAsText(desk.session, release, order).text)], may: heldBy(release, desk) };
      }
    },
  },
  attachment: {
    'one file': async function* ({ desk, audience }) {
      if (audience.kind !== 'self') return;
      for (const { id, body } of listRecords(desk.session.vault, { kind: 'paper' })) {
        for (const entry of objects(body.attachments)) {
          const file = join(desk.folder, 'attachment');
          const attachment = text(entry.id);
          const made = await unlessWithheld(() =>
            saveAttachment(unwatched, desk.session, { record: id, attachment, file }),
          );
          if (made === undefined) continue;
          const content = desk.generated.files.get(text(entry.sha256)) ?? Buffer.from('');
          const [saved = Buffer.from('')] = taken(file);
          if (!saved.equals(content)) throw new Error(`The file ${text(entry.sha256)} is not what was saved.`);
          yield { files: [], may: { canaries: new Set(), ids: 'all' } };
        }
      }
    },
  },
  dump: {
    'as lines': ownFile((session, file) => dumpRecords(unwatched, session, { file })),
  },
  journal: {
    'as sentences': ownFile((session, file) => exportJournal(unwatched, session, { file, form: 'sentences' })),
    'as lines': ownFile((session, file) => exportJournal(unwatched, session, { file, form: 'lines' })),
  },
  explanation: {
    'record by record': async function* ({ desk, audience }) {
      const { session } = desk;
      const { explanation } = explainSealing(session, { selection: { of: 'everything' }, audience });
      const told = ['en', 'fr'].map((language) =>
        explanationLines(session.vault, explanation.records, language === 'fr' ? 'fr' : 'en'),
      );
      const titles = listRecords(session.vault).map(({ kind, body }) => kindOf(kind)?.title(body) ?? '');
      yield {
        files: [Buffer.from(JSON.stringify(told))],
        may: { canaries: new Set(titles.join('\n').match(CANARY)), ids: 'all' },
      };
    },
  },
};

function textFor(desk: CanaryDesk, audience: Audience, text: string): Output {
  const { release } = releaseFor(desk.session, { of: 'everything' }, audience, 'documents');
  return { files: [Buffer.from(text)], may: heldBy(release, desk) };
}

/** What a release holds, with the content of its files. */
export function heldBy(release: Release, { generated }: CanaryDesk): { canaries: Set<string>; ids: Set<string> } {
  const { documents, fresh, revisions, attachments } = release;
  const words = JSON.stringify([documents, fresh, revisions, attachments]);
  const files = attachments.map(({ sha256 }) => contentOf(generated.files.get(sha256)));
  return {
    canaries: new Set([...(words.match(CANARY) ?? []), ...files.flat()]),
    ids: new Set([
      ...(words.match(UUID) ?? []),
      ...(words.match(INNER) ?? []),
      ...(words.match(/[0-9a-f]{64}/g) ?? []),
    ]),
  };
}

function contentOf(content: Buffer | undefined): string[] {
  if (content === undefined) return [];
  const plain = content[0] === 0x1f ? gunzipSync(content) : content;
  return plain.toString('latin1').match(CANARY) ?? [];
}

function ownIds({ generated: { holder } }: CanaryDesk): string[] {
  return [holder.person, holder.organisation];
}

/** A bundle under a passphrase of everything that the gate lets go. */
function sealedByHand(more: (release: Release) => Partial<SealRequest>): Way {
  return async function* ({ desk, audience }) {
    if (audience.kind === 'self') return;
    const { release } = releaseFor(desk.session, { of: 'everything' }, audience, 'revisions');
    yield* seal(desk, release, more(release));
  };
}

async function* seal(
  desk: CanaryDesk,
  release: Release<BundleAudience>,
  more: Partial<SealRequest>,
): AsyncGenerator<Output> {
  const file = join(desk.folder, 'Bundle.amber');
  const request = {
    release,
    addressees: [],
    passphrase: PASSPHRASE,
    purpose: 'dossier',
    file,
    workFactor: WORK_FACTOR,
  } as const;
  const sealed = await unlessWithheld(() => sealBundle(unwatched, desk.session, { ...request, ...more }));
  if (sealed !== undefined) yield { files: taken(...sealed.files), may: mayHold(desk, release, []), whole: true };
}

/** Sealed as a person seals it, to every installation here that is of the audience; outside the board to one body. */
function sealedTo(
  select: (asked: Asked) => z.infer<typeof Selection>,
  more: (asked: Asked) => Pick<SealOrder, 'readable' | 'meeting'> | undefined = () => ({}),
): Way {
  return async function* (asked) {
    const { desk, audience } = asked;
    const added = audience.kind === 'self' ? undefined : more(asked);
    if (added === undefined) return;
    const { session } = desk;
    const all = addresseesIn(desk, audience);
    const addressees = isOutside(audience.kind) ? all.slice(0, 1) : all;
    if (addressees.length === 0) return;
    const selection = select(asked);
    const file = join(desk.folder, 'Selection.amber');
    const order = { selection, audience, addressees, purpose: 'dossier', file, ...added } as const;
    const sealed = await unlessWithheld(() => sealSelection(unwatched, session, order));
    // Sealing shares what was a draft.
    const { release } = releaseFor(session, selection, audience, 'revisions');
    const bodies = addressees.map((id) => String(findInstallation(session.vault, id)?.organisation));
    if (sealed !== undefined) yield { files: taken(...sealed.files), may: mayHold(desk, release, bodies), whole: true };
  };
}

function addresseesIn({ session: { vault }, installations }: CanaryDesk, audience: Audience): InstallationId[] {
  const circle = readCircle(vault);
  return installations.filter((id) => {
    const known = findInstallation(vault, id);
    return known !== undefined && receivesFor(known, audience, circle);
  });
}

/** What a bundle may hold: what was released, who seals and who gets it; its members know whom else it is for. */
function mayHold(desk: CanaryDesk, release: Release, addressees: readonly string[]): May {
  const { canaries, ids } = heldBy(release, desk);
  const audience = audienceOf<Audience>(release);
  const party = audience.kind === 'guest' ? [audience.party] : [];
  const members = isOutside(audience.kind) ? party : (JSON.stringify(audience).match(UUID) ?? []);
  return { canaries, ids: new Set([...ids, ...ownIds(desk), ...addressees, ...members]) };
}

/** Readable copies for `print/`, of what the release itself holds as documents: outside the board, of all of it. */
function copiesFor(release: Release): Partial<SealRequest> {
  const [meeting] = releasedOfKind(release, 'meeting');
  const papers = releasedOfKind(release, 'paper').slice(0, 2);
  const documents = [
    ...(meeting === undefined
      ? []
      : [{ name: 'agenda.pdf', document: { what: 'agenda', meeting: meeting.id } } as const]),
    ...papers.map(({ id }, at) => ({ name: `paper${at}.pdf`, document: { what: 'paper', paper: id } }) as const),
  ];
  return {
    copies: documents.map(({ name, document }) => ({
      name,
      bytes: printDocument(unwatched, release, { document }).pdf,
    })),
  };
}

function printed(documents: (asked: Asked) => Parameters<typeof printOrder>[2]['document'][]): Way {
  return async function* (asked) {
    const { desk, audience, choices, thorough } = asked;
    const all = documents(asked);
    const first = choices.upTo(Math.max(0, all.length - 1));
    // Of those that may go one is enough, another for each vault.
    for (const document of [...all.slice(first), ...all.slice(0, first)]) {
      const options = PrintOptions.parse({ language: choices.of('en', 'fr') });
      const made = await unlessWithheld(() => printOrder(unwatched, desk.session, { document, audience, options }));
      if (made === undefined) continue;
      const { release } = releaseFor(desk.session, { of: 'everything' }, audience, 'documents');
      yield { files: [made.pdf], may: heldBy(release, desk) };
      if (!thorough) return;
    }
  };
}

/** Saved for a word processor: the file, and the words of it as a reader puts them together. */
function inWord(documents: (asked: Asked) => WordDocument[]): Way {
  return async function* (asked) {
    const { desk, audience, choices, thorough } = asked;
    for (const document of documents(asked)) {
      const file = join(desk.folder, 'Document.docx');
      const options = PrintOptions.parse({ language: choices.of('en', 'fr') });
      const order = { document, audience, options, file };
      const made = await unlessWithheld(() => wordToFile(unwatched, desk.session, order));
      if (made === undefined) continue;
      const { release } = releaseFor(desk.session, { of: 'everything' }, audience, 'documents');
      const [bytes = Buffer.from('')] = taken(file);
      const read = [...READERS.docx(bytes)].filter(({ place }) => place !== 'the file').map(({ text: words }) => words);
      yield { files: [bytes, Buffer.from(read.join('\n'))], may: heldBy(release, desk) };
      if (!thorough) return;
    }
  };
}

/** What the holder writes out for itself: as much as the gate lets it read. */
function ownFile(write: (session: CanaryDesk['session'], file: string) => unknown): Way {
  return async function* ({ desk, audience }) {
    if (audience.kind !== 'self') return;
    const file = join(desk.folder, 'own');
    write(desk.session, file);
    const { release } = releaseFor(desk.session, { of: 'everything' }, audience, 'documents');
    yield { files: taken(file), may: { canaries: heldBy(release, desk).canaries, ids: 'all' } };
  };
}

function recordsOf({ session }: CanaryDesk): RecordId[] {
  return listRecords(session.vault).map(({ id }) => id);
}

function idsOf({ session }: CanaryDesk, kind: string): RecordId[] {
  return listRecords(session.vault, { kind }).map(({ id }) => id);
}

function firstOf(desk: CanaryDesk, kind: string): RecordId {
  const [first] = idsOf(desk, kind);
  return first ?? RecordId.parse(desk.generated.holder.organisation);
}

/** The files, taken away from where they were written. */
function taken(...files: readonly string[]): Buffer[] {
  return files.map((file) => {
    const bytes = readFileSync(file);
    rmSync(file);
    return bytes;
  });
}
