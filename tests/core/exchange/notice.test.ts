import { expect, it } from 'vitest';
import { readDesk } from '../../../core/desk/readDesk.ts';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { previewBundle } from '../../../core/exchange/preview.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import type { Notice } from '../../../domain/exchange/manifest.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { aNetwork, aPaper, NORTHMARK, SECRETARIAT, TAVANIA } from './aNetwork.ts';
import { delta, received } from './byReceipts.ts';

const NOTICE: Notice = {
  label: 'TLP:AMBER',
  says: 'The vote in Karsenia is brought forward to Friday.',
  asks: 'Say by noon whether a special meeting is needed.',
  until: '2026-03-04T12:00Z',
  zone: 'Europe/Lisbon',
};
const HOUR = 3_600_000;

it('says in words what it warns of, first at the desk, until its moment has passed and it was decided on', async () => {
  const { secretariat, tavania } = await aNetwork();
  aPaper(secretariat, 'Water');
  const { file } = await delta(secretariat, [tavania], { purpose: 'notice', notice: NOTICE });
  const bundle = await received(tavania, file);
  expect(await previewBundle(tavania.session, bundle)).toMatchObject({ purpose: 'notice', notice: NOTICE });
  const notices = () => readDesk(tavania.session, 'en', 0).notices;
  expect(notices()).toMatchObject([{ bundle, notice: NOTICE, organisationName: 'Secretariat', waiting: true }]);
  await acceptBundle(tavania.session, bundle);
  expect(notices()).toMatchObject([{ waiting: false }]);
  tavania.clock.move(20 * HOUR);
  expect(notices()).toEqual([]);
});

it('may hold no record, and is then known at once', async () => {
  const { secretariat, tavania } = await aNetwork();
  const { file } = await delta(secretariat, [tavania], {
    selection: { of: 'records', records: [] },
    delta: false,
    purpose: 'notice',
    notice: { label: 'TLP:AMBER', says: NOTICE.says, asks: '' },
  });
  await received(tavania, file);
  expect(readDesk(tavania.session, 'en', 0).notices).toMatchObject([{ waiting: false }]);
});

it('goes to members alone, says something, and is bounded', async () => {
  const { secretariat, tavania } = await aNetwork();
  aPaper(secretariat, 'Water');
  const sealed = (changes: Partial<Notice>, purpose: 'notice' | 'dossier' = 'notice') =>
    delta(secretariat, [tavania], { purpose, notice: { ...NOTICE, ...changes } });
  await expect(sealed({ says: '  ' })).rejects.toMatchObject({ code: 'notice.wordless' });
  await expect(sealed({ says: 'x'.repeat(2001) })).rejects.toMatchObject({ code: 'notice.wordless' });
  await expect(sealed({}, 'dossier')).rejects.toMatchObject({ code: 'notice.wordless' });
  const audience: Audience = { kind: 'community', bodies: [TAVANIA] };
  await expect(
    delta(secretariat, [tavania], { audience, delta: false, purpose: 'notice', notice: NOTICE }),
  ).rejects.toMatchObject({ code: 'notice.membersOnly' });
});

it('is read again before it leaves: what is withheld from its readers stops it', async () => {
  const { secretariat, northmark } = await aNetwork();
  const strict: Mark = {
    label: 'TLP:AMBER',
    distribution: { to: 'named', organisations: [SECRETARIAT, TAVANIA], persons: [] },
  };
  aPaper(secretariat, 'the seven names that the source in Orlan gave', {}, strict);
  aPaper(secretariat, 'Water');
  const order = { audience: { kind: 'organisation', organisation: NORTHMARK }, purpose: 'notice' } as const;
  const says = 'Read: the seven names that the source in Orlan gave.';
  await expect(
    delta(secretariat, [northmark], { ...order, notice: { label: 'TLP:AMBER', says, asks: '' } }),
  ).rejects.toMatchObject({ code: 'release.audit' });
  const { file } = await delta(secretariat, [northmark], { ...order, notice: NOTICE });
  expect((await openBundle(unwatched, northmark.session, file)).bundle).not.toBe('');
});
