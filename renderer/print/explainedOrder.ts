import { ExplainedOrder } from '../../contract/documents/calls.ts';

/** The output that an address asks the report of; undefined for what is none. */
export function explainedOrder(asked: string): ExplainedOrder | undefined {
  try {
    return ExplainedOrder.safeParse(JSON.parse(asked)).data;
  } catch {
    return undefined;
  }
}
