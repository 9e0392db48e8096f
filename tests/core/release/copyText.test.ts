import { expect, it } from 'vitest';
import { createRecord } from '../../../core/records/createRecord.ts';
import { recordsAsText } from '../../../core/release/copyText.ts';
import type { Distribution, Label } from '../../../domain/handling/handling.ts';
import { naturalId, type RecordId } from '../../../domain/records/ids.ts';
import { aDocument, aMember, aPaper, aSession, refusal } from '../../helpers/aSession.ts';

it('puts the text of records in the clipboard for one audience, under its mark, and notes it', async () => {
  const session = await aSession('Secretariat', 'secretariat');
  aMember(session, 'Secretariat');
  aMember(session, 'Lowmere');
  const body = createRecord(session, 'organisation', { name: 'Weavers of Tessaly', membership: 'invited' });
  const marked = (label: Label, distribution: Distribution) => ({ mark: { label, distribution } });
  const secret: Distribution = { to: 'named', organisations: [], persons: [session.vault.installation.seat] };
  const open = aPaper(
    session,
    { title: 'Canary of the open room', body: aDocument('Heron one is said aloud.', 'Heron two is said as well.') },
    marked('TLP:GREEN', { to: 'community' }),
  );
  const closed = aPaper(
    session,
    { title: 'Canary of the closed room', body: aDocument('Bittern is for one pair of eyes.') },
    marked('TLP:RED', secret),
  );
  const asText = (records: RecordId[], audience: Parameters<typeof recordsAsText>[1]['audience'], blocks?: string[]) =>
    recordsAsText(session, { records, audience, blocks, language: 'en' }, false);

  const own = asText([open.id, closed.id], { kind: 'self' });
  expect(own).toMatchObject({ label: 'TLP:RED', withheld: 0 });
  expect(own.text).toContain('Bittern is for one pair of eyes.');
  expect(own.text).toContain('TLP:RED');

  for (const audience of [
    { kind: 'board' as const },
    { kind: 'organisation' as const, organisation: naturalId('organisation', 'Lowmere') },
    { kind: 'community' as const, bodies: [body.id] },
  ]) {
    const made = asText([open.id, closed.id], audience);
    expect(made).toMatchObject({ label: 'TLP:GREEN', withheld: 1 });
    expect(made.text).toContain('Heron two is said as well.');
    expect(made.text).not.toMatch(/Bittern|closed room|TLP:RED/);
    refusal(() => asText([closed.id], audience), 'release.withheld');
  }
  // Paragraphs alone keep the numbers that they have in the whole; outside they cannot be chosen.
  expect(asText([open.id], { kind: 'self' }, ['b1']).text).toMatch(/2\.\s+Heron two/);
  expect(asText([open.id], { kind: 'self' }, ['b1']).text).not.toContain('Heron one');
  expect(asText([open.id], { kind: 'community', bodies: [body.id] }, ['b1']).text).toContain('Heron one');
  // What is stricter in it than the whole gives it its mark.
  const mixed = aPaper(
    session,
    {
      title: 'Mixed',
      body: {
        type: 'doc',
        content: [
          { type: 'paragraph', attrs: { id: 'm0' }, content: [{ type: 'text', text: 'For all of us.' }] },
          {
            type: 'paragraph',
            attrs: { id: 'm1', mark: 'TLP:CLEAR' },
            content: [{ type: 'text', text: 'For everybody.' }],
          },
        ],
      },
    },
    marked('TLP:AMBER', { to: 'board' }),
  );
  expect(asText([mixed.id], { kind: 'board' }, ['m1'])).toMatchObject({ label: 'TLP:AMBER' });
  // Any record, field by field.
  expect(asText([body.id], { kind: 'self' }).text).toContain('Name: Weavers of Tessaly');

  const acts = () =>
    session.vault.sqlite.prepare("SELECT detail FROM journal WHERE act = 'copied'").pluck().all().map(String);
  expect(acts()).toEqual([]);
  recordsAsText(session, { records: [open.id], audience: { kind: 'board' }, language: 'en' }, true);
  expect(acts()).toHaveLength(1);
  expect(acts()[0]).toContain(open.id);
  expect(acts()[0]).not.toContain('Canary');
});
