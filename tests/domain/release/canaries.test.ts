import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passGate } from '../../../domain/release/gate.ts';
import { release } from '../../../domain/release/release.ts';
import { ALL_RULES, type RuleName } from '../../../domain/release/rules.ts';
import { proveRelease, seedOf } from '../../gate/proveRelease.ts';
import { type Fault, faultsOf } from '../../helpers/releaseFaults.ts';
import {
  circumstancesFor,
  materialOf,
  runs,
  seedsOfVaults,
  vaultWithCanaries,
} from '../../helpers/vaultsWithCanaries.ts';

const RULE_NAMES = [...ALL_RULES];
/** `npm run soak` takes ten thousand. */
const VAULTS = 1000;
/** Milliseconds; a long soak is given the time it takes. */
const PATIENCE = { timeout: 420_000 + 300 * runs(100) };

describe('vaults in which every string stands in one place', () => {
  it('let through the gate what each audience may have, and no string of anything else', PATIENCE, () => {
    const row = process.env.AMBERDESK_SEED ?? '20270311';
    const went = new Map<string, number>();
    for (let number = 0; number < VAULTS; number += 1) proveRelease(seedOf(`${row}/release`, number), went);
    for (const [kind, count] of went) expect(count, `${kind} gets something`).toBeGreaterThan(100);
    expect(went.size).toBe(8);
  });

  it('are explained record by record: what goes is what the release holds', PATIENCE, () => {
    let heldBack = 0;
    fc.assert(
      fc.property(seedsOfVaults(), (seed) => {
        const vault = vaultWithCanaries(seed);
        for (const audience of vault.audiences) {
          const { release: made, explanation } = release(materialOf(vault), audience, circumstancesFor(vault));
          const { records, counts } = explanation;
          expect(records.map(({ record }) => record)).toEqual(vault.records.map(({ id }) => id));
          expect(counts.revisions).toBe(made.revisions.length);
          const gone = new Set<string>(made.revisions.map(({ revision }) => revision.record));
          for (const { record, goes, reasons } of records) {
            const printed = made.documents.some(({ id }) => id === record) || made.fresh.length > 0;
            if (goes && !printed) expect(gone.has(record)).toBe(true);
            if (!goes) expect(reasons).not.toEqual([]);
            if (reasons.join() === 'comment') heldBack += 1;
          }
        }
      }),
      { numRuns: runs(100) },
    );
    expect(heldBack, 'comments that only their record holds back').toBeGreaterThan(3 * runs(100));
  });

  it('lose nothing in silence: of what goes, whatever does not is explained at its place', () => {
    let told = 0;
    for (const vault of Array.from({ length: 20 }, (_, seed) => vaultWithCanaries(seed))) {
      for (const audience of vault.audiences) {
        const { release: made, explanation } = release(materialOf(vault), audience, circumstancesFor(vault));
        const shown = JSON.stringify(made.documents);
        const explained = new Map(explanation.records.map((one) => [one.record, one]));
        for (const { text, record, field } of vault.canaries) {
          const about = explained.get(record);
          // Caveats are for members, and attributes of a newer version have no words.
          if (!about?.goes || shown.includes(text) || ['caveats', 'attributes'].includes(field)) continue;
          const [name = ''] = field.split('/');
          const places = [about.parts.map(({ path }) => path.split('/')[0]), about.portions.length > 0 ? ['body'] : []];
          if (made.documents.length === 0 || about.reasons.length > 0) continue;
          expect(places.flat(), `${field} of ${about.kind} for ${audience.kind}`).toContain(name);
          told += 1;
        }
      }
    }
    expect(told).toBeGreaterThan(1000);
  });
});

describe('every rule of the gate is needed', () => {
  const vaults = Array.from({ length: 60 }, (_, seed) => vaultWithCanaries(seed));
  /** Vaults in which a rule is missed: more than one that happens to be made so. */
  const ENOUGH = 3;

  it('finds no fault with all rules', () => {
    expect(faultsIn(RULE_NAMES, () => true, 1)).toEqual([]);
  });

  it.each(RULE_NAMES)('without the rule "%s" something passes that this rule alone keeps back', (name) => {
    const others = RULE_NAMES.filter((rule) => rule !== name);
    expect(faultsIn(others, ({ rules }) => rules.join() === name, ENOUGH)).toHaveLength(ENOUGH);
  });

  /** The first fault of a sort in each vault, for any audience, where these rules are applied; in so many vaults at most. */
  function faultsIn(rules: readonly RuleName[], isSought: (fault: Fault) => boolean, most: number): string[] {
    const found: string[] = [];
    for (const vault of vaults) {
      for (const audience of vault.audiences) {
        const { passed } = passGate(new Set(rules), materialOf(vault), audience, circumstancesFor(vault));
        const fault = faultsOf(vault, audience, passed).find(isSought);
        if (fault === undefined) continue;
        found.push(`${vault.seed} ${audience.kind}: ${fault.says}`);
        break;
      }
      if (found.length === most) break;
    }
    return found;
  }
});
