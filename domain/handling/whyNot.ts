import type { JsonObject } from '../records/json.ts';
import { kindOf } from '../records/kinds.ts';
import { isBornStrict } from './change.ts';
import type { Handling } from './handling.ts';

/** What keeps somebody from loosening a record. `originator`: another organisation wrote it; the others are why that is so. */
export type WhyNot = 'originator' | 'bornStrict' | 'caveats' | 'chathamHouse';

/**
 * Why a person of this organisation may not loosen a record that others have seen, the reason first; empty where they
 * may. `checkHandlingChange` decides; this says it beforehand.
 */
export function whyNotLoosened(
  record: { readonly kind: string; readonly body: JsonObject; readonly handling: Handling },
  organisation: string,
): WhyNot[] {
  const { kind, body, handling } = record;
  if (handling.originator === organisation) return [];
  return [
    'originator',
    ...(isBornStrict(kindOf(kind), body) ? (['bornStrict'] as const) : []),
    ...(handling.caveats.length > 0 ? (['caveats'] as const) : []),
    ...(handling.chathamHouse ? (['chathamHouse'] as const) : []),
  ];
}
