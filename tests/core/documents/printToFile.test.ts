import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import { printToFile } from '../../../core/documents/printToFile.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import type { Session } from '../../../core/session.ts';
import { readJournal } from '../../../core/vault/journal.ts';
import { naturalId, type RecordId } from '../../../domain/records/ids.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { aClock, aFolder, aVault, codeOf } from '../../helpers/aVault.ts';

const TEXT = (...words: string[]) => ({
  type: 'doc',
  content: words.map((text, index) => ({
    type: 'paragraph',
    attrs: { id: `b${index}` },
    content: [{ type: 'text', text }],
  })),
});

async function aDeskWithPaper(): Promise<{ session: Session; paper: RecordId }> {
  const surroundings = aClock();
  const holder = { organisation: naturalId('organisation', 'QT') };
  const { vault } = await aVault({ surroundings, holder });
  const session = { vault, surroundings, announce() {} };
  createRecord(session, 'organisation', { name: 'Tavania', type: 'state', code: 'QT', membership: 'member' });
  const { id } = createRecord(session, 'paper', {
    title: 'Registers',
    type: 'note',
    body: TEXT('One.', 'Two.', 'Three.'),
  });
  return { session, paper: id };
}

function print(
  session: Session,
  paper: RecordId,
  options: Partial<PrintOptions> = {},
  audience: Audience = { kind: 'self' },
) {
  const file = join(aFolder(), 'paper.pdf');
  const order = {
    document: { what: 'paper', paper },
    audience,
    options: { ...PrintOptions.parse({}), ...options },
    file,
  } as const;
  return { file, printed: () => printToFile(unwatched, session, order) };
}

describe('printing into a file', () => {
  it('bars what changed since a version of the paper, and nothing where nothing did', async () => {
    const { session, paper } = await aDeskWithPaper();
    const [first] = shareDrafts(session, [paper]);
    editRecord(session, paper, { body: TEXT('One.', 'Two, and more.', 'Three.') });
    const [second] = shareDrafts(session, [paper]);
    const bytes = (changedSince?: string) => {
      const { file, printed } = print(session, paper, { changedSince });
      printed();
      return readFileSync(file);
    };
    expect(bytes(second?.id).equals(bytes())).toBe(true);
    expect(bytes(first?.id).equals(bytes())).toBe(false);
  });

  it('writes the journal, and refuses a file that is there already', async () => {
    const { session, paper } = await aDeskWithPaper();
    const { file, printed } = print(session, paper);
    expect(printed()).toMatchObject({ pages: 1, warnings: [] });
    const before = readFileSync(file);
    expect(await codeOf(printed)).toBe('file.exists');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readJournal(session.vault).filter((entry) => entry.act === 'printed')).toHaveLength(1);
  });

  it('makes no file for an audience that may not have the paper', async () => {
    const { session, paper } = await aDeskWithPaper();
    const { file, printed } = print(session, paper, {}, { kind: 'public' });
    expect(await codeOf(printed)).toBe('release.withheld');
    expect(existsSync(file)).toBe(false);
  });
});
