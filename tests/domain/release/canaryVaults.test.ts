import { describe, expect, it } from 'vitest';
import type { FieldRule } from '../../../domain/records/kind.ts';
import { KINDS } from '../../../domain/records/kinds.ts';
import { objects } from '../../../domain/records/text.ts';
import { CANARY } from '../../helpers/canaries.ts';
import { DECIDING } from '../../helpers/decidingFields.ts';
import { everyCanary, vaultWithCanaries } from '../../helpers/vaultsWithCanaries.ts';

const vaults = Array.from({ length: 90 }, (_, seed) => vaultWithCanaries(seed));
const records = vaults.flatMap((vault) => vault.records);
const NAMES = KINDS.map(({ name }) => name);

/** Every field and every field of an entry that a kind declares, as `paper.asks/text`. */
const FIELDS = KINDS.flatMap(({ name: kind, fields }) =>
  Object.entries(fields).flatMap(([name, rule]): { path: string; kind: string; field: string; rule: FieldRule }[] =>
    rule.entry === undefined
      ? [{ path: `${kind}.${name}`, kind, field: name, rule }]
      : Object.entries(rule.entry).map(([inner, entry]) => ({
          path: `${kind}.${name}/${inner}`,
          kind,
          field: `${name}/${inner}`,
          rule: entry,
        })),
  ),
);

/** The fields of these bodies in which one of the canaries stands, as `paper.title`. */
function fieldsWith(bodies: readonly { kind: string; body: object }[], canaries: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const { kind, body } of bodies) {
    for (const [name, value] of Object.entries(body)) {
      if ((JSON.stringify(value).match(CANARY) ?? []).some((one) => canaries.has(one))) found.add(`${kind}.${name}`);
    }
  }
  return found;
}

describe('vaults in which every string stands in one place', () => {
  it('have a canary in every field of every kind, and of every entry: a new one needs one, too', () => {
    const kinds = new Map(records.map(({ id, kind }) => [id, kind]));
    const held = new Set(
      vaults.flatMap(({ canaries }) => canaries.map(({ record, field }) => `${kinds.get(record)}.${field}`)),
    );
    const without = FIELDS.filter(({ path, rule }) => !held.has(path) && !rule.link && !DECIDING.includes(path));
    expect(without.map(({ path }) => path)).toEqual([]);
    const idle = DECIDING.filter((path) => held.has(path) || FIELDS.every((field) => field.path !== path));
    expect(idle, 'named as deciding, but free for a canary').toEqual([]);
  });

  it('have a value where there cannot be a canary: in links, and in fields by which the gate decides', () => {
    const without = FIELDS.filter(({ path, kind, field, rule }) => {
      if (!rule.link && !DECIDING.includes(path)) return false;
      const [name = '', inner] = field.split('/');
      return !records.some((record) => {
        if (record.kind !== kind) return false;
        const value = record.body[name];
        return inner === undefined ? value !== undefined : objects(value).some((entry) => entry[inner] !== undefined);
      });
    });
    expect(without.map(({ path }) => path)).toEqual([]);
  });

  it('have canaries in what a field held before, in every revision’s fields', () => {
    const before = new Set<string>();
    for (const vault of vaults) {
      const now = new Set(vault.canaries.map(({ text }) => text));
      const older = everyCanary(vault).filter((one) => !now.has(one));
      for (const path of fieldsWith([...vault.histories.values()].flat(), new Set(older))) before.add(path);
    }
    const without = FIELDS.filter(
      ({ path, rule }) => !before.has(path.replace(/\/.*/, '')) && !rule.link && !DECIDING.includes(path),
    );
    expect(without.map(({ path }) => path)).toEqual([]);
  });

  it('have records of every kind that are deleted, in conflict, shared before, and remarked on', () => {
    const subjects = new Set(records.filter(({ kind }) => kind === 'comment').map(({ body }) => body.record));
    const kindsOf = (chosen: typeof records) => NAMES.filter((name) => !chosen.some(({ kind }) => kind === name));
    expect(kindsOf(records.filter(({ deleted }) => deleted))).toEqual([]);
    expect(kindsOf(records.filter(({ conflicted }) => conflicted))).toEqual([]);
    const shared = vaults.flatMap((vault) =>
      vault.records.filter(({ id }) => (vault.histories.get(id)?.length ?? 0) > 1),
    );
    expect(kindsOf(shared)).toEqual([]);
    expect(kindsOf(records.filter(({ id }) => subjects.has(id)))).toEqual([]);
  });

  it('have one audience of every kind', () => {
    for (const { audiences } of vaults) expect(new Set(audiences.map(({ kind }) => kind)).size).toBe(8);
  });
});
