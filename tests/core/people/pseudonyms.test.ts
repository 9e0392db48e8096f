import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import { printOrder } from '../../../core/documents/printOrder.ts';
import { printToFile } from '../../../core/documents/printToFile.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { hideName, otherNames, showName } from '../../../core/people/pseudonyms.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import type { Session } from '../../../core/session.ts';
import { AuditDetails } from '../../../domain/audit/audit.ts';
import { naturalId, type RecordId } from '../../../domain/records/ids.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { secretsOf } from '../../../domain/release/pseudonyms.ts';
import { aMember, aPaper, aSession, deliver, refusal, type TestSession } from '../../helpers/aSession.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { paragraph, words } from '../../helpers/documentNodes.ts';
import { readPdf } from '../../helpers/readPdf.ts';
import { aNetwork, type Desk, NORTHMARK, seal, TAVANIA } from '../exchange/aNetwork.ts';
import { unpackedEntries } from '../exchange/forgery.ts';

const NAME = 'Zephyrine Ostrander';
const COMMUNITY: Audience = { kind: 'community', bodies: [TAVANIA, NORTHMARK] };

function aWitness(session: Session): RecordId {
  return createRecord(session, 'person', { name: NAME, function: 'Harbour pilot' }, { label: 'TLP:AMBER+STRICT' }).id;
}

function linked(record: RecordId, text: string) {
  return { ...words(text), marks: [{ type: 'recordLink', attrs: { record } }] };
}

function aPaperOn(session: Parameters<typeof createRecord>[0], ...content: Parameters<typeof paragraph>[1][]) {
  return createRecord(
    session,
    'paper',
    { title: 'Heard', type: 'note', language: 'en', body: { type: 'doc', content: [paragraph('p', ...content)] } },
    { mark: { label: 'TLP:GREEN', distribution: { to: 'community' } } },
  ).id;
}

function print({ session }: Desk, paper: RecordId, audience: Audience): Buffer {
  const file = join(aFolder(), 'paper.pdf');
  const options = PrintOptions.parse({});
  printToFile(unwatched, session, { document: { what: 'paper', paper }, audience, options, file });
  return readFileSync(file);
}

describe('somebody who appears under other names', () => {
  it('is named so in print, each time the same and to each audience another; the name is in no bundle', async () => {
    const { secretariat, tavania } = await aNetwork();
    const { session } = secretariat;
    const witness = aWitness(session);
    const { standIn, mapping } = hideName(session, { record: witness, language: 'en' });
    const paper = aPaperOn(session, words('As '), linked(witness, NAME), words(' told.'));
    const open = aPaperOn(session, words('As '), linked(standIn, 'the witness'), words(' told.'));
    const known = otherNames(session, { record: witness, language: 'en' });
    const nameFor = (audience: string) => known.names.find((one) => one.audience === audience)?.name ?? '';
    expect(known).toMatchObject({
      under: true,
      mapping,
      mayLift: true,
      standIn: { record: standIn, name: nameFor('board') },
    });
    for (const [audience, name] of [
      [{ kind: 'board' }, nameFor('board')],
      [COMMUNITY, nameFor('community')],
    ] satisfies [Audience, string][]) {
      const read = await readPdf(print(secretariat, paper, audience));
      expect(read.text).toContain(`As ${name} told.`);
      expect(JSON.stringify(read)).not.toMatch(/Zephyrine|Ostrander/);
    }
    expect(nameFor('board')).not.toBe(nameFor('community'));
    expect(new Set(known.names.map(({ name }) => name)).size).toBe(known.names.length);
    // What is signed names the stand-in, or stays behind.
    const { file } = await seal(secretariat, [tavania]);
    const bytes = (await unpackedEntries(file, tavania)).toString();
    for (const trace of [NAME, witness, mapping, paper, secretsOf(readRecord(session.vault, mapping))[0] ?? '']) {
      expect(bytes).not.toContain(trace);
    }
    expect(bytes).toContain(open);
    expect(bytes).toContain(nameFor('board'));
    // The same after a restart of the names: hidden again, they are what they were.
    showName(session, witness);
    expect(hideName(session, { record: witness, language: 'en' })).toEqual({ standIn, mapping });
    expect(otherNames(session, { record: witness, language: 'en' })).toEqual(known);
  });

  it('is not let out by a name that was typed: the export stops and says in which paper', async () => {
    const { secretariat } = await aNetwork();
    const { session } = secretariat;
    const witness = aWitness(session);
    const paper = aPaperOn(session, words(`As ${NAME} told.`));
    const preview = (audience: Audience) =>
      printOrder(unwatched, session, {
        document: { what: 'paper', paper },
        audience,
        options: PrintOptions.parse({}),
      }).pdf;
    expect((await readPdf(preview(COMMUNITY))).text).toContain(NAME);
    hideName(session, { record: witness, language: 'en' });
    // Whatever somebody may decide of other names: the finished file is not made.
    const error = refusal(() => preview(COMMUNITY), 'release.audit');
    expect(AuditDetails.parse(error).leaks).toEqual([
      { place: 'a text that goes', is: 'words', record: witness, within: paper },
    ]);
    refusal(() => print(secretariat, paper, COMMUNITY), 'release.undecided');
    // For those who hold the mapping it is the name.
    const own: Audience = { kind: 'organisation', organisation: session.vault.installation.organisation };
    expect((await readPdf(print(secretariat, paper, own))).text).toContain(NAME);
  });

  it('has one set of names where two desks hid it each for itself, without a conflict, and after a restart', async () => {
    const [one, other] = [await aSession('Tavania'), await aSession('Tavania')];
    for (const desk of [one, other]) aMember(desk, 'Tavania');
    const witness = createRecord(one, 'person', { name: NAME }, { id: naturalId('person', NAME) }).id;
    deliver(one, other, 'first');
    const [here, there] = [one, other].map((desk) => hideName(desk, { record: witness, language: 'en' }));
    expect(here?.mapping).toBe(there?.mapping);
    deliver(one, other, 'second');
    deliver(other, one, 'third');
    deliver(one, other, 'fourth');
    const again = await one.reopen();
    const namesAt = (desk: TestSession) => otherNames(desk, { record: witness, language: 'en' }).names;
    expect(namesAt(again)).toEqual(namesAt(other));
    expect(namesAt(again).length).toBeGreaterThan(1);
    for (const id of [witness, here?.mapping ?? witness]) {
      expect(readRecord(again.vault, id)).toMatchObject({ conflicted: false });
    }
    expect(secretsOf(readRecord(again.vault, here?.mapping ?? witness))).toHaveLength(2);
  });

  it('is shown under the own name again by the organisation that wrote the record, and by no other', async () => {
    const [one, other] = [await aSession('Northmark'), await aSession('Tavania')];
    const witness = aWitness(one);
    editRecord(one, witness, {}, { mark: { label: 'TLP:AMBER', distribution: { to: 'board' } } });
    deliver(one, other, 'first');
    // Anybody may hide a name.
    hideName(other, { record: witness, language: 'fr' });
    expect(readRecord(other.vault, witness).body.anonymity).toBe('pseudonym');
    deliver(other, one, 'second');
    deliver(one, other, 'third');
    refusal(() => showName(other, witness), 'record.notOriginator');
    expect(otherNames(other, { record: witness, language: 'fr' })).toMatchObject({ under: true, mayLift: false });
    showName(one, witness);
    expect(readRecord(one.vault, witness).body.anonymity).toBeUndefined();
  });

  it('cannot be what has no name to hide', async () => {
    const session = await aSession();
    const paper = aPaper(session);
    refusal(() => hideName(session, { record: paper.id, language: 'en' }), 'record.kind');
    expect(otherNames(session, { record: paper.id, language: 'en' })).toMatchObject({ possible: false, names: [] });
  });
});
