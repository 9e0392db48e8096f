import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type ExplainedOrder, PrintOptions } from '../../../contract/documents/calls.ts';
import { printToMemory } from '../../../core/documents/printToFile.ts';
import { sealSelection } from '../../../core/exchange/sealSelection.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { readJournal } from '../../../core/vault/journal.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { aFolder, codeOf } from '../../helpers/aVault.ts';
import { readPdf } from '../../helpers/readPdf.ts';
import { AN_ID, aNetwork, aPaper, NORTHMARK, TAVANIA } from '../exchange/aNetwork.ts';

it('is printed beforehand and afterwards, in both languages, under the strictest mark of what it names, for ourselves alone', async () => {
  const { secretariat, tavania } = await aNetwork();
  const { session } = secretariat;
  const { organisation, seat } = session.vault.installation;
  aPaper(secretariat, 'Registers');
  const position = aPaper(
    secretariat,
    'Our position',
    {},
    {
      label: 'TLP:AMBER+STRICT',
      distribution: { to: 'named', organisations: [organisation], persons: [] },
    },
  );
  aPaper(
    secretariat,
    'For Ada Morn alone',
    {},
    {
      label: 'TLP:RED',
      distribution: { to: 'named', organisations: [], persons: [seat] },
    },
  );
  const selection = { of: 'records' as const, records: [position] };
  const audience: Audience = { kind: 'organisation', organisation: TAVANIA };
  const printed = async (of: ExplainedOrder, options: object = {}, to: Audience = { kind: 'self' }) => {
    const order = {
      document: { what: 'explanation', of },
      audience: to,
      options: PrintOptions.parse(options),
    } as const;
    const pdf = await readPdf(
      Buffer.from(printToMemory(unwatched, session, { ...order, toPrinter: true }).pdf, 'base64'),
    );
    return { ...pdf, words: `${pdf.text} ${pdf.furniture.join(' ')}`.replace(/\s+/g, ' ') };
  };
  const sealing = { is: 'sealing', selection, audience } as const;

  const before = await printed(sealing);
  expect(before.words).toContain('What goes and what is withheld');
  expect(before.words).toContain('Nothing goes, one is withheld.');
  expect(before.words).toMatch(/Our position Its mark does not cover everyone in this audience\./);
  expect(before.words).toContain('Republic of Tavania');
  expect(before.words).not.toContain('TLP:RED');
  expect(before.furniture.every((words) => words.includes('TLP:AMBER+STRICT'))).toBe(true);
  const everything = await printed(
    { is: 'sealing', selection: { of: 'everything' }, audience },
    { paper: 'us-letter' },
  );
  expect(everything.words).toContain('For Ada Morn alone');
  expect(everything.furniture.every((words) => words.includes('TLP:RED'))).toBe(true);
  const inFrench = await printed(sealing, { language: 'fr' });
  expect(inFrench.words).toContain('Sa mention ne couvre pas tous les destinataires.');
  expect(inFrench.words).toContain('Rapport de diffusion, pour nous-mêmes');
  // It names what is withheld: nobody else gets it.
  for (const other of [{ kind: 'board' }, audience, { kind: 'public' }] as const) {
    expect(await codeOf(() => printed(sealing, {}, other))).toBe('release.withheld');
  }

  const order = {
    addressees: [tavania.session.vault.installation.id],
    purpose: 'dossier',
    file: join(aFolder(), 'D.amber'),
  } as const;
  const { bundle } = await sealSelection(unwatched, session, { selection: { of: 'everything' }, audience, ...order });
  // What the gate said then is kept, whatever the marks are now; what is in doubt now is counted and not named.
  editRecord(session, position, { title: 'Our position, revised' });
  const after = await printed({ is: 'sealed', bundle });
  expect(after.words).toContain('What went and what was withheld');
  expect(after.words).toContain('A dossier, sealed 3 March 2026');
  expect(after.words).toContain('Our position, revised');
  expect(after.words).toContain('Registers');
  expect(after.furniture.every((words) => words.includes('TLP:RED'))).toBe(true);
  expect(await codeOf(() => printed({ is: 'sealed', bundle: AN_ID() }))).toBe('bundle.missing');
  const sealedFor = { is: 'sealing', selection, audience: { kind: 'organisation', organisation: NORTHMARK } } as const;
  expect(await codeOf(() => printed({ ...sealedFor, delta: true, addressees: [] }))).toBe('bundle.noReceipts');
  const noted = readJournal(session.vault).filter(({ act }) => act === 'printed');
  expect(new Set(noted.map(({ detail }) => detail.what))).toEqual(new Set(['explanation']));
});
