import { z } from 'zod';
import type { RecordId } from '../../../domain/records/ids.ts';
import type { Session } from '../../session.ts';
import { readSetting, writeSetting } from '../../vault/settings.ts';
import type { Vault } from '../../vault/vault.ts';

const APART = 'duplicates.apart';
const Apart = z.array(z.string());
/** The oldest decisions are forgotten beyond this. */
const MOST = 10_000;

/** Pairs that a person of this installation told apart: `one other`, the lower id first. */
export function toldApart(vault: Vault): ReadonlySet<string> {
  return new Set(readSetting(vault, APART, Apart));
}

/** Remembers that two records are not the same, or forgets it. */
export function tellApart({ vault }: Session, one: RecordId, other: RecordId, apart: boolean): void {
  const pair = one < other ? `${one} ${other}` : `${other} ${one}`;
  const others = [...toldApart(vault)].filter((known) => known !== pair);
  writeSetting(vault, APART, (apart ? [...others, pair] : others).slice(-MOST));
}
