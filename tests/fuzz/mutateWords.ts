/** Mutations of what installations say beside records, each under its true signature: directory, receipts, recalls, purges. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { sealSmall } from '../../core/exchange/ageHeader.ts';
import { rawPublicKey, signSsh, sshPublicKey } from '../../core/exchange/sshsig.ts';
import { readSigningKey } from '../../core/vault/installation.ts';
import { digestOf } from '../../domain/records/digest.ts';
import { canonicalJson, isJson, isJsonObject, type Json, type JsonObject } from '../../domain/records/json.ts';
import { objects, text } from '../../domain/records/text.ts';
import type { Contents } from '../helpers/bundleBytes.ts';
import type { Chance } from './chance.ts';
import type { Mutation } from './mutateBytes.ts';
import { copyOf, sealedAgain } from './mutateContents.ts';
import { changedJson, oddText, oddValue } from './oddValues.ts';
import type { Base, FuzzNetwork, Signer } from './theNetwork.ts';

const HEX = 'a'.repeat(64);
const DAYS = ['2020-01-01', '2027-03-11', '9999-12-31', '2027-02-31'] as const;

/** A copy under an id of its own, where the reader has one with that id: so what is inside is looked at. */
async function newly(base: Base): Promise<Contents> {
  const contents = copyOf(base);
  if (base.name !== 'accepted') return contents;
  contents.manifest.bundle = crypto.randomUUID();
  const place = { bundle: contents.manifest.bundle, number: 7, previous: null };
  return placed(base, contents, Buffer.from(canonicalJson(place)));
}

/** With this in the reader's place. */
async function placed({ to }: Base, contents: Contents, said: Buffer): Promise<Contents> {
  const [recipient] = ('recipients' in to && to.recipients) || [];
  const bytes = recipient === undefined ? randomBytes(300) : await sealSmall(recipient, said.subarray(0, 64 * 1024));
  contents.manifest.addressees = objects(contents.manifest.addressees).map((one) => ({
    ...one,
    place: bytes.toString('base64'),
  }));
  return contents;
}

/** Changed in a few places, or left as it is; always what canonical JSON can say. */
function perhapsChanged(chance: Chance, value: JsonObject, probability: number): JsonObject {
  let changed: Json = value;
  while (chance.happens(probability)) changed = changedJson(chance, changed);
  return isJsonObject(changed) && isJson(changed) ? changed : value;
}

/** A card under a key that nobody knows yet, signed by it. */
function aCard(chance: Chance, like: JsonObject): JsonObject {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { signature: _signature, ...content } = like;
  const mine = {
    ...content,
    signingKey: sshPublicKey(rawPublicKey(publicKey)),
    seat: chance.pick([text(content.seat), crypto.randomUUID()]),
    role: chance.pick(['member', 'member', 'guest', 'secretariat']),
  };
  const changed = perhapsChanged(chance, mine, 0.1);
  return { ...changed, signature: signSsh(privateKey, 'amberdesk-card', Buffer.from(canonicalJson(changed))) };
}

/** The same entry where what it says is too deep to be written. */
const settling = (content: JsonObject): JsonObject => ({ ...content, act: { is: 'settle' } });

/** What an entry may say, of those who are in the directory, of somebody new, or of nobody. */
function anAct(chance: Chance, contents: Contents, { signers }: FuzzNetwork): JsonObject {
  const cards = objects(contents.manifest.cards);
  const card = chance.happens(0.6) ? aCard(chance, chance.pick(cards)) : chance.pick(cards);
  const installation = chance.pick([...signers.map(({ id }) => id), HEX]);
  const heads = Object.values(isJsonObject(contents.manifest.heads) ? contents.manifest.heads : {}).flat();
  const accepted = Array.from({ length: chance.pick([0, 1, 40]) }, () => chance.pick([...heads.filter(isJson), HEX]));
  const { publicKey } = generateKeyPairSync('ed25519');
  return chance.pick<JsonObject>([
    {
      is: 'admit',
      card,
      person: card.seat ?? null,
      organisation: card.organisation ?? null,
      role: card.role ?? null,
      ...(chance.happens(0.3) ? { ends: chance.pick(DAYS) } : {}),
      ...(chance.happens(0.3) ? { replaces: { installation, accepted } } : {}),
    },
    { is: 'end', installation, why: chance.pick(['successor', 'secondment', 'left', 'other']), accepted },
    { is: 'end', installation, why: 'successor', successor: chance.pick(signers).id, accepted },
    { is: 'revoke', installation, reason: oddText(chance).slice(0, 500), accepted },
    { is: 'replaceRoot', root: sshPublicKey(rawPublicKey(publicKey)) },
    { is: 'settle' },
    { is: 'found', root: sshPublicKey(rawPublicKey(publicKey)), keys: chance.pick(['classic', 'hybrid']) },
  ]);
}

function signed(content: JsonObject, { key }: Signer): JsonObject {
  return { ...content, signature: signSsh(key, 'amberdesk-directory', Buffer.from(canonicalJson(content))) };
}

const unsigned = ({ signature: _signature, ...content }: JsonObject): JsonObject => content;

/**
 * Entries of the directory that say something else, or that come after the last: each names the one before it and is
 * signed by the signer whom it names, mostly one who may, so that the rules behind the signature are met.
 */
const directory: Mutation = async (chance, base, network) => {
  const contents = await newly(base);
  const entries = objects(contents.manifest.directory);
  const from = chance.happens(0.4) ? chance.below(entries.length + 1) : entries.length;
  const kept = entries.slice(0, from);
  let before = kept.at(-1);
  const made: JsonObject[] = [];
  const signerOf = (id: Json | undefined): Signer =>
    network.signers.find((signer) => signer.id === id) ?? chance.pick(network.signers);
  for (let times = chance.pick([1, 1, 2, 3, 40]); times > 0; times -= 1) {
    const old = entries[from + made.length];
    const signer = chance.happens(0.7) && old !== undefined ? signerOf(old.signer) : chance.pick(network.signers);
    const content: JsonObject = {
      network: contents.manifest.network ?? null,
      number: (typeof before?.number === 'number' ? before.number : 0) + 1,
      previous: before === undefined ? null : digestOf(unsigned(before)),
      at: chance.pick(['2027-03-03T18:12Z', '1970-01-01T00:00Z', '9999-12-31T23:59Z']),
      act: old !== undefined && chance.happens(0.5) ? (old.act ?? null) : anAct(chance, contents, network),
      signer: signer.id,
    };
    const changed = perhapsChanged(chance, isJson(content) ? content : settling(content), 0.2);
    before = signed(changed, chance.happens(0.9) ? signerOf(changed.signer) : chance.pick(network.signers));
    made.push(before);
  }
  const all = [...kept, ...made];
  contents.manifest.directory = chance.pick([() => all, () => all, () => all.toReversed(), () => [...all, ...all]])();
  if (chance.happens(0.2)) contents.manifest.directoryHead = chance.pick([HEX, digestOf(unsigned(made.at(-1) ?? {}))]);
  return sealedAgain(base, contents);
};

const STATES = ['opened', 'accepted', 'partly', 'declined', 'undone', 'recalled'] as const;

/** Receipts for what the reader sealed, and requests, as only this addressee can read them. */
const words: Mutation = async (chance, base, network) => {
  const contents = await newly(base);
  const { bundle } = contents.manifest;
  const heads = Object.values(isJsonObject(contents.manifest.heads) ? contents.manifest.heads : {}).flat();
  const ids = [...heads.filter(isJson), HEX];
  const some = (most: number) => Array.from({ length: chance.pick([0, 1, 3, most]) }, () => chance.pick(ids));
  const receipts = Array.from({ length: chance.pick([1, 1, 2, 20, 80, 81]) }, (): JsonObject => {
    const { bundle: sent, digest } = chance.pick(network.sent);
    return {
      bundle: sent,
      digest: chance.happens(0.8) ? digest : HEX,
      at: chance.pick(['2027-03-03T18:12Z', '1970-01-01T00:00Z', '9999-12-31T23:59Z']),
      state: chance.pick(STATES),
      ...(chance.happens(0.3) ? { aside: chance.pick([0, 1, 2 ** 31, 2 ** 53 - 1]) } : {}),
      ...(chance.happens(0.4) ? { lacks: some(300) } : {}),
      ...(chance.happens(0.2) ? { kept: chance.pick([0, 2 ** 53 - 1]) } : {}),
    };
  });
  const requests: JsonObject = {
    ...(chance.happens(0.4) ? { everything: true } : {}),
    ...(chance.happens(0.5) ? { numbers: [1, 2, chance.pick([3, 2 ** 31, 2 ** 53 - 1])] } : {}),
    ...(chance.happens(0.5) ? { parents: some(200) } : {}),
  };
  const place: JsonObject = {
    bundle: bundle ?? null,
    number: chance.pick([1, 2, 3, 4, 2 ** 31, 2 ** 53 - 1]),
    previous: chance.pick([null, HEX]),
    receipts,
    ...(chance.happens(0.6) ? { requests } : {}),
  };
  const said = Buffer.from(canonicalJson(perhapsChanged(chance, place, 0.25)));
  return sealedAgain(base, await placed(base, contents, said));
};

/** Recalls and purges under the sender's true key: of its own bundles and records, of others', of anything. */
const takingBack: Mutation = async (chance, base, { bases, signers }) => {
  const contents = await newly(base);
  const { manifest } = contents;
  const key = readSigningKey(base.by.vault);
  const { id: installation, seat, organisation } = base.by.vault.installation;
  const heads: JsonObject = isJsonObject(manifest.heads) ? manifest.heads : {};
  const records = [...Object.keys(heads), crypto.randomUUID()];
  const purges = Array.from({ length: chance.pick([0, 1, 1, 3, 200]) }, () => {
    const record = chance.pick(records);
    const known = heads[record];
    const content: JsonObject = {
      amberdesk: 'purge',
      format: 1,
      network: manifest.network ?? null,
      record,
      revisions: chance.pick<Json[]>([[], Array.isArray(known) ? known : [], [HEX], Array(1000).fill(HEX)]),
      marks: [{ label: 'TLP:AMBER', distribution: { to: 'board' } }],
      installation: chance.happens(0.9) ? installation : chance.pick(signers).id,
      seat,
      organisation,
      at: '2027-03-03T18:12Z',
      reason: oddText(chance).slice(0, 2000) || 'x',
    };
    const changed = perhapsChanged(chance, content, 0.2);
    return { ...changed, signature: signSsh(key, 'amberdesk-purge', Buffer.from(canonicalJson(changed))) };
  });
  const recalls = Array.from({ length: chance.pick([0, 1, 2, 100]) }, () => {
    const { contents: other } = chance.pick(bases);
    const recalled = {
      bundle: other.manifest.bundle ?? null,
      digest: digestOf(other.manifest),
      reason: oddText(chance) || 'x',
    };
    return perhapsChanged(chance, { ...recalled, reason: recalled.reason.slice(0, 2000) }, 0.2);
  });
  manifest.purges = purges;
  manifest.recalls = recalls;
  if (chance.happens(0.1)) manifest.purges = [oddValue(chance)].filter(isJson);
  return sealedAgain(base, contents);
};

export const WORD_MUTATIONS = { directory, words, takingBack };
