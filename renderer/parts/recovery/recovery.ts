import type { z } from 'zod';
import type { vaultCalls } from '../../../contract/vault/calls.ts';

/** What goes on the recovery sheet: shown once, kept nowhere in the vault. */
export type Recovery = z.output<typeof vaultCalls.create.output>['recovery'];

/** Two groups to type back, by their place; never the beginning, which is the same on every sheet. */
export function chooseGroups(count: number): readonly [number, number] {
  const places = Array.from({ length: count - 1 }, (_, index) => index + 1);
  const draw = () => {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    const [place = 1] = places.splice(drawn % places.length, 1);
    return place;
  };
  const [first, second] = [draw(), draw()].sort((one, other) => one - other);
  return [first ?? 1, second ?? 2];
}

/** Whether a group was typed as it stands on the sheet, in any case. */
export function isGroup(typed: string, group: string | undefined): boolean {
  return typed.replaceAll(/\s/g, '').toUpperCase() === group;
}
