import { z } from 'zod';
import { RichText } from '../papers/richText.ts';
import { RecordId } from '../records/ids.ts';
import type { JsonObject } from '../records/json.ts';
import { ALL, COMMUNITY, MEMBERS, type RecordKind, richText, scalar, set } from '../records/kind.ts';
import { text } from '../records/text.ts';

/** The network: its charter and its Secretariat (¶1–3, ¶19). One record a vault. */
export const network: RecordKind = {
  name: 'network',
  release: ALL,
  bornPrivate: false,
  fields: {
    name: scalar(z.string(), ALL, { search: true }),
    shortName: scalar(z.string(), ALL, { search: true }),
    /** The prefix of document symbols: `CB` in `CB/8/4`. */
    symbol: scalar(z.string(), ALL),
    secretariat: scalar(RecordId, ALL, { link: true }),
    /** An invented network for exercises: every output is headed EXERCISE. */
    exercise: scalar(z.boolean(), ALL),
    charter: richText(RichText, MEMBERS, { search: true }),
  },
  title: (body) => text(body.name),
};

export const OrganisationType = z.enum(['state', 'union', 'igo', 'ngo', 'cso', 'secretariat', 'research']);
export const Membership = z.enum(['member', 'secretariat', 'cooperating', 'invited', 'none']);

/** A State, union of States, intergovernmental or civil-society body, or the Secretariat (¶1–4). */
export const organisation: RecordKind = {
  name: 'organisation',
  release: ALL,
  bornPrivate: false,
  fields: {
    name: scalar(z.string(), ALL, { search: true }),
    shortName: scalar(z.string(), ALL, { search: true }),
    type: scalar(OrganisationType, ALL),
    /** ISO 3166-1 code of a State; user-assigned codes for invented ones. */
    code: scalar(z.string(), ALL),
    membership: scalar(Membership, COMMUNITY, { asks: true }),
    city: scalar(z.string(), ALL),
    /** IANA time zone of its capital or seat. */
    zone: scalar(z.string(), ALL),
    /** Being known to attend can endanger it: not named beyond its own distribution. */
    doNotName: scalar(z.boolean(), MEMBERS, { asks: true }),
    notes: richText(RichText, MEMBERS, { search: true }),
  },
  title: (body) => text(body.shortName) || text(body.name),
  naturalKey: stateCode,
};

function stateCode(body: JsonObject): string | undefined {
  return (body.type === 'state' || body.type === 'union') && text(body.code) !== '' ? text(body.code) : undefined;
}

export const PersonRole = z.enum(['primaryRepresentative', 'alternate', 'official', 'secretariat', 'expert', 'guest']);

/** A person: primary representative, official with a portfolio, Secretariat officer, expert, guest (¶2, ¶12). */
export const person: RecordKind = {
  name: 'person',
  release: COMMUNITY,
  bornPrivate: false,
  fields: {
    name: scalar(z.string(), COMMUNITY, { search: true }),
    organisation: scalar(RecordId, COMMUNITY, { link: true }),
    role: scalar(PersonRole, COMMUNITY),
    function: scalar(z.string(), COMMUNITY, { search: true }),
    portfolios: set(z.array(z.string()), MEMBERS, { search: true }),
    zone: scalar(z.string(), COMMUNITY),
    doNotName: scalar(z.boolean(), MEMBERS, { asks: true }),
    /** Beyond those who hold the `pseudonym` record: under another name, which is another for each audience. */
    anonymity: scalar(z.enum(['pseudonym']), MEMBERS, { asks: true }),
  },
  anonymity: { name: 'name', keeps: [], called: { en: 'Person', fr: 'Personne' } },
  title: (body) => text(body.name),
};

/**
 * What the other names of somebody are made of: whoever holds it can tell who is meant. Stricter than the record that it
 * is about, so a record of its own, and never part of what an audience without it gets.
 */
export const pseudonym: RecordKind = {
  name: 'pseudonym',
  release: MEMBERS,
  bornPrivate: false,
  bornStrict: true,
  fields: {
    /** The record that appears under other names. */
    subject: scalar(RecordId, MEMBERS, { link: true }),
    /** One, or two where two desks made one each; the first in order counts. */
    secrets: set(z.array(z.string().regex(/^[0-9a-f]{64}$/)), MEMBERS),
  },
  title: () => 'Other names',
  naturalKey: (body) => text(body.subject) || undefined,
};
