import type { z } from 'zod';
import type { receiptCalls } from '../../../contract/exchange/receipts.ts';

export type Matrix = z.output<typeof receiptCalls.matrix.output>;
export type Cell = Matrix['cells'][number];
export type SentBundle = Matrix['bundles'][number];
export type Addressee = Matrix['addressees'][number];
export type Asked = z.output<typeof receiptCalls.asked.output>[number];
export type ToAsk = z.output<typeof receiptCalls.toAsk.output>[number];
export type Due = z.output<typeof receiptCalls.due.output>[number];
export type PurgeEntry = z.output<typeof receiptCalls.purges.output>[number];
export type Lacking = z.output<typeof receiptCalls.lacking.output>[number];

/** Where the addressee has not said that it has it, and should: what somebody is reminded of. */
export const isSilent = ({ is }: Cell): boolean => is === 'sealed' || is === 'missing';
