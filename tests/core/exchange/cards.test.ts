import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import {
  addCard,
  findInstallation,
  listInstallations,
  ownCard,
  verifyCard,
  vouchForCards,
} from '../../../core/exchange/cards.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { cardText, parseCard, readCardFile } from '../../../core/exchange/signedCard.ts';
import { signSsh } from '../../../core/exchange/sshsig.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { readSigningKey } from '../../../core/vault/installation.ts';
import type { Card } from '../../../domain/exchange/card.ts';
import { InstallationId } from '../../../domain/records/ids.ts';
import { canonicalJson } from '../../../domain/records/json.ts';
import { asJson } from '../../../domain/records/revision.ts';
import { aFolder, codeOf } from '../../helpers/aVault.ts';
import { aDesk, aNetwork, aPaper, type Desk, meet, NORTHMARK, seal, TAVANIA } from './aNetwork.ts';
import { resigned } from './forgery.ts';
import { refuses } from './leavesNothing.ts';

const tavania = () => aDesk(TAVANIA, 'Republic of Tavania', 'Ilse Varnholt', 'member');
const northmark = () => aDesk(NORTHMARK, 'Kingdom of Northmark', 'Joren Halk', 'member');

/** The card of a desk with other words, signed by its key all the same. */
function anotherCard(desk: Desk, changes: Partial<Card>): Card {
  const { signature: _signature, ...content } = { ...ownCard(desk.session), ...changes };
  const bytes = Buffer.from(canonicalJson(asJson(content)));
  return { ...content, signature: signSsh(readSigningKey(desk.session.vault), 'amberdesk-card', bytes) };
}

it('carries the public half of an installation, and nothing secret', async () => {
  const desk = await tavania();
  const text = cardText(ownCard(desk.session));
  const card = parseCard(text);
  expect(card).toMatchObject({ name: 'Ilse Varnholt', organisation: TAVANIA, role: 'member' });
  expect(text).not.toContain('SECRET');
  expect(Object.keys(card).sort()).toEqual(
    'ageRecipient amberdesk created format name organisation organisationName role seat signature signingKey'.split(
      ' ',
    ),
  );
});

it('refuses what is not a card, or was changed, or says more than a card', async () => {
  const [here, there] = [await tavania(), await northmark()];
  const card = ownCard(there.session);
  const file = join(aFolder(), 'x.ambercard');
  const bad: Record<string, string> = {
    'no JSON': 'hello',
    'no card': '{}',
    'another name': cardText({ ...card, name: 'Somebody else' }),
    'another key for bundles': cardText({ ...card, ageRecipient: ownCard(here.session).ageRecipient }),
    'another signing key': cardText({ ...card, signingKey: ownCard(here.session).signingKey }),
    'a field more': JSON.stringify({ ...card, more: true }),
    'no signature': JSON.stringify({ ...card, signature: '' }),
    'too long': ' '.repeat(70_000),
  };
  for (const text of Object.values(bad)) {
    writeFileSync(file, text);
    await refuses(here, 'card.invalid', async () => addCard(here.session, await readCardFile(file)));
  }
  await refuses(here, 'file.missing', () => readCardFile(join(aFolder(), 'gone.ambercard')));
  await refuses(here, 'card.invalid', async () => addCard(here.session, ownCard(here.session)));
});

it('keeps a card unverified until somebody compared the digits, and remembers who and when', async () => {
  const [here, there] = [await tavania(), await northmark()];
  const id = there.session.vault.installation.id;
  expect(addCard(here.session, ownCard(there.session))).toMatchObject({ installation: id, trust: 'unverified' });
  expect(verifyCard(here.session, id, 'Ilse Varnholt')).toMatchObject({
    trust: 'verified',
    verifiedAt: '2026-03-03T18:12Z',
  });
  here.clock.move(3_600_000);
  expect(verifyCard(here.session, id, 'Somebody later')).toMatchObject({ verifiedBy: 'Ilse Varnholt' });
  expect(listInstallations(here.session.vault)).toHaveLength(1);
  const nobody = InstallationId.parse('a'.repeat(64));
  await refuses(here, 'card.invalid', async () => verifyCard(here.session, nobody, 'Ilse Varnholt'));
});

it('never overrides what was verified in person', async () => {
  const [here, there] = [await tavania(), await northmark()];
  const id = there.session.vault.installation.id;
  addCard(here.session, ownCard(there.session));
  const renamed = anotherCard(there, { name: 'Joren Halk, Minister' });
  expect(addCard(here.session, renamed)).toMatchObject({ name: 'Joren Halk, Minister', trust: 'unverified' });
  verifyCard(here.session, id, 'Ilse Varnholt');
  await refuses(here, 'card.conflict', async () => addCard(here.session, ownCard(there.session)));
  await refuses(here, 'card.conflict', async () => addCard(here.session, anotherCard(there, { role: 'secretariat' })));
  expect(vouchForCards(here.session, [ownCard(there.session)])).toEqual([]);
  expect(findInstallation(here.session.vault, id)).toMatchObject({ name: 'Joren Halk, Minister', trust: 'verified' });
});

it('takes a card made again, with the same words, for what it is', async () => {
  const [here, there] = [await tavania(), await northmark()];
  addCard(here.session, ownCard(there.session));
  verifyCard(here.session, there.session.vault.installation.id, 'Ilse Varnholt');
  there.clock.move(60_000);
  expect(addCard(here.session, ownCard(there.session))).toMatchObject({ trust: 'verified' });
});

it('refuses a bundle with a card in it that is not signed by its holder', async () => {
  const { secretariat, tavania: desk } = await aNetwork();
  const { file } = await seal(secretariat, [desk]);
  const forged = await resigned(file, desk, secretariat, ({ manifest }) => {
    const [card] = manifest.cards as Card[];
    manifest.cards = [asJson({ ...card, name: 'Somebody else' })];
  });
  expect(await codeOf(() => openBundle(unwatched, desk.session, forged))).toBe('bundle.malformed');
});

it('does not believe a card that says to be the Secretariat’s once the network says who that is', async () => {
  const { secretariat, tavania: desk, northmark: third } = await aNetwork();
  const pass = async (from: Desk, to: Desk) => {
    const { bundle } = await openBundle(unwatched, to.session, (await seal(from, [to])).file);
    await acceptBundle(to.session, bundle);
  };
  await pass(secretariat, desk);
  await pass(secretariat, third);
  const usurper = await aDesk(NORTHMARK, 'Kingdom of Northmark', 'Mira Tolv', 'secretariat');
  for (const other of [secretariat, desk, third]) meet(usurper, other);
  await pass(secretariat, usurper);
  aPaper(third, 'Northmark on grain');
  await pass(third, usurper);
  const preview = await openBundle(unwatched, desk.session, (await seal(usurper, [desk])).file);
  // What a colleague wrote, whose card is not known here, stays aside: the usurper cannot vouch for it.
  expect(preview.counts).toMatchObject({ refused: 1 });
});
