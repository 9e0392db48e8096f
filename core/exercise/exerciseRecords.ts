import { createHash } from 'node:crypto';
import { generateNKeysBetween } from 'fractional-indexing';
import type { Label, Mark } from '../../domain/handling/handling.ts';
import type { Document } from '../../domain/papers/richText.ts';
import { asJson, Body } from '../../domain/records/revision.ts';
import { type ImportedPaper, importMarkdown } from '../papers/importMarkdown.ts';
import type { StoredBlob } from '../vault/blobs.ts';
import { anchorOf } from './anchorOf.ts';
import { adoptionRecords } from './exerciseAdoption.ts';
import { cueRecords } from './exerciseCues.ts';
import { dossierRecords } from './exerciseDossiers.ts';
import type { ExerciseFiles, ExercisePaper, NetworkFile } from './exerciseFiles.ts';
import { commissionId, exerciseId, known, paperId, personNamed, record } from './exerciseIds.ts';
import { inquiryRecords } from './exerciseInquiry.ts';
import { minutesRecords } from './exerciseMinutes.ts';
import { outcomeRecords } from './exerciseOutcomes.ts';
import { peopleRecords } from './exercisePeople.ts';
import { planRecords } from './exercisePlans.ts';
import { pseudonymRecords, redactionRecords } from './exerciseProtection.ts';
import type { ExerciseRecord } from './exerciseRecord.ts';
import { withReferences } from './exerciseReferences.ts';
import { wordingRecords } from './exerciseWording.ts';
import { organisationId, personId } from './seats.ts';

/** The id of the exercise's meeting. */
export const MEETING = exerciseId('meeting', 'CB/8');

/**
 * All records of the exercise, in an order in which each names only what came before or comes with it. `kept` gives
 * the attachments as they were stored, by file name.
 */
export function exerciseRecords(files: ExerciseFiles, kept: ReadonlyMap<string, StoredBlob>): ExerciseRecord[] {
  const written = new Map(files.meeting.papers.map((paper) => [paper.number, textOfPaper(paper, files)]));
  const texts = withReferences(written, files);
  const outcomes = outcomeRecords(files.past);
  const records = [
    ...networkRecords(files.network),
    ...pseudonymRecords(files.network),
    ...planRecords(files),
    ...peopleRecords(files),
    ...outcomes,
    ...adoptionRecords(files, outcomes),
    ...minutesRecords(files),
    ...files.meeting.papers.flatMap((paper) => paperRecords(paper, texts, files, kept)),
    ...commissionRecords(files),
    ...dossierRecords(files),
    ...noteRecords(files, texts),
    ...cueRecords(files.meeting),
    ...wordingRecords(files),
    ...inquiryRecords(files),
  ];
  return [...records, ...redactionRecords(files.meeting, records)];
}

/** The text of a paper with ids that are the same everywhere. */
export function textOfPaper(paper: ExercisePaper, files: ExerciseFiles): ImportedPaper {
  let minted = 0;
  const newId = () => {
    minted += 1;
    return exerciseId('block', `${paper.number}#${minted}`);
  };
  return importMarkdown(files.paper(paper.file), { newId, label: paper.label });
}

function networkRecords({ network, organisations, persons }: NetworkFile): ExerciseRecord[] {
  const { secretariat, ...names } = network;
  return [
    record('network', exerciseId('network', network.symbol), 'TLP:CLEAR', {
      ...names,
      secretariat: organisationId(secretariat),
      exercise: true,
    }),
    ...organisations.map(({ key, ...organisation }) =>
      record('organisation', organisationId(key), 'TLP:GREEN', {
        ...organisation,
        code: organisation.type === 'state' || organisation.type === 'union' ? key : undefined,
      }),
    ),
    ...persons.map(({ open, ...person }) =>
      record('person', personId(person), labelOfPerson(open, person.anonymity), {
        ...person,
        organisation: organisationId(person.organisation),
      }),
    ),
  ];
}

function labelOfPerson(open: boolean, anonymity: string | undefined): Label {
  if (anonymity !== undefined) return 'TLP:AMBER+STRICT';
  return open ? 'TLP:GREEN' : 'TLP:AMBER';
}

function paperRecords(
  paper: ExercisePaper,
  texts: ReadonlyMap<string, ImportedPaper>,
  { network, paper: textIn }: ExerciseFiles,
  kept: ReadonlyMap<string, StoredBlob>,
): ExerciseRecord[] {
  const { file, label, from, annexOf, asks, portions: readers, attachments, received, issues, ...fields } = paper;
  const text = known(texts.get(paper.number), paper.number);
  const askKeys = generateNKeysBetween(null, null, asks.length);
  const issueKeys = generateNKeysBetween(null, null, issues.length);
  const fileKeys = generateNKeysBetween(null, null, attachments.length);
  const id = paperId(paper.number);
  const filesOf = (inPortion: number | undefined) =>
    attachments.flatMap(({ file, name, mediaType, portion }, at) =>
      portion === inPortion
        ? [
            {
              id: exerciseId('attachment', `${paper.number}#${file}`),
              order: fileKeys[at],
              name,
              mediaType,
              ...known(kept.get(file), file),
            },
          ]
        : [],
    );
  const body = record('paper', id, label, {
    meeting: MEETING,
    ...fields,
    title: known(text.title, `title of ${paper.number}`),
    from: from.map(organisationId),
    annexOf: annexOf === undefined ? undefined : paperId(annexOf),
    asks: asks.map((ask, at) => ({ id: exerciseId('ask', `${paper.number}#${at}`), order: askKeys[at], text: ask })),
    issues: issues.map((issue, at) => ({
      id: exerciseId('issue', `${paper.number}#${at}`),
      order: issueKeys[at],
      ...issue,
    })),
    body: text.document,
    attachments: filesOf(undefined),
    ...(received && { provenance: 'outside', received: { ...received, digest: digestOf(textIn(file)) } }),
  });
  const portions = text.portions.map((portion, at): ExerciseRecord => {
    const to = known(readers[at], `readers of portion ${at + 1} of ${paper.number}`);
    const mark: Mark = {
      label: portion.label,
      distribution: {
        to: 'named',
        organisations: 'organisation' in to ? [organisationId(to.organisation)] : [],
        persons: 'persons' in to ? to.persons.map((name) => personNamed(name, network)) : [],
      },
    };
    const files = filesOf(at + 1);
    const inside = { paper: id, placeholder: portion.placeholder, body: portion.body };
    const content = Body.parse(asJson(files.length === 0 ? inside : { ...inside, attachments: files }));
    return { kind: 'portion', id: exerciseId('portion', portion.placeholder), body: content, options: { mark } };
  });
  return [body, ...portions];
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function commissionRecords({ meeting }: ExerciseFiles): ExerciseRecord[] {
  return meeting.commissions.map(({ label, from, item: _item, ...fields }) =>
    record('paper', commissionId(fields.title), label, {
      meeting: MEETING,
      ...fields,
      from: from.map(organisationId),
    }),
  );
}

function noteRecords({ meeting }: ExerciseFiles, texts: ReadonlyMap<string, ImportedPaper>): ExerciseRecord[] {
  const place = (note: { paper: string; quote: string }) => {
    const document: Document = known(texts.get(note.paper), note.paper).document;
    return { record: paperId(note.paper), anchor: known(anchorOf(document, note.quote), note.quote) };
  };
  const idOf = (note: { paper: string; quote: string }) => `${note.paper}#${note.quote}`;
  return [
    ...meeting.comments.map((note) =>
      record('comment', exerciseId('comment', idOf(note)), 'TLP:AMBER', {
        ...place(note),
        text: note.text,
        resolved: note.resolved,
      }),
    ),
    ...meeting.annotations.map((note) =>
      record('annotation', exerciseId('annotation', idOf(note)), 'PRIVATE', { ...place(note), text: note.text }),
    ),
  ];
}
