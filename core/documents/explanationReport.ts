import type { ExplainedOrder } from '../../contract/documents/calls.ts';
import type { ExplainedOutput, ExplanationReport, ReportedRecord } from '../../domain/documents/explanationReport.ts';
import { effectiveHandling } from '../../domain/handling/change.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { Audience } from '../../domain/release/audience.ts';
import type { ExplainedRecord } from '../../domain/release/explain.ts';
import { partiesOf } from '../../domain/release/parties.ts';
import { sealedReport } from '../exchange/sealedDetails.ts';
import { explainSealing } from '../exchange/sealSelection.ts';
import { findRecord } from '../records/rows.ts';
import { reasonsIn } from '../release/explanationLines.ts';
import type { Session } from '../session.ts';
import { type ExplainedPrint, explainAmong, explainPrint } from './explainPrint.ts';

/**
 * What the gate says of an output before it is made, or said of a bundle when it was sealed. Throws `bundle.missing`
 * where nothing of it was kept, and what explaining the output throws.
 */
export function explanationReport(session: Session, order: ExplainedOrder): ExplanationReport {
  switch (order.is) {
    case 'sealing': {
      const { explanation, held } = explainSealing(session, order);
      const output = sealingOf(order.selection);
      return { ...aboutAudience(order), output, held, records: reported(session, explanation.records) };
    }
    case 'print': {
      const { document } = order;
      const { records } = explainPrint(session, document, order.audience);
      const output = printOf(document);
      return { ...aboutAudience(order), output, held: 0, records: reported(session, records) };
    }
    case 'sealed': {
      const { audience, parties, purpose, created, records } = sealedReport(session, order.bundle);
      const output = { is: 'sealed', purpose, created } as const;
      return { audience, parties: ids(parties), output, held: 0, records: reported(session, records) };
    }
  }
}

/** What the gate says of the print of a release report: of the records that it tells of. Throws what making it throws. */
export function explainReport(session: Session, order: ExplainedOrder, audience: Audience): ExplainedPrint {
  const { records } = explanationReport(session, order);
  const made = records.map(({ record }) => record);
  return { ...explainAmong(session, made, audience).explanation, mentions: [] };
}

function aboutAudience({ audience }: Exclude<ExplainedOrder, { is: 'sealed' }>) {
  return { audience: audience.kind, parties: ids(partiesOf(audience)) };
}

function sealingOf(selection: Extract<ExplainedOrder, { is: 'sealing' }>['selection']): ExplainedOutput {
  if (selection.of === 'meeting') return { is: 'sealing', of: 'meeting', meeting: selection.meeting };
  const records = selection.of === 'records' ? selection.records.length : 0;
  return { is: 'sealing', of: selection.of, records };
}

function printOf(document: Extract<ExplainedOrder, { is: 'print' }>['document']): ExplainedOutput {
  switch (document.what) {
    case 'agenda':
    case 'minutes':
    case 'plates':
    case 'attendance':
    case 'outcomes':
    case 'participants':
    case 'runningOrder':
    case 'annotatedAgenda':
      return { is: 'print', what: document.what, record: document.meeting };
    case 'paper':
      return { is: 'print', what: 'paper', record: document.paper };
    case 'commission':
    case 'comments':
      return { is: 'print', what: document.what, record: document.paper };
    case 'adoption':
      return { is: 'print', what: 'adoption', record: document.adoption };
    case 'dossier':
    case 'supplement':
      return { is: 'print', what: document.what, record: document.dossier };
    case 'couldOpen':
    case 'wording':
      return { is: 'print', what: document.what };
  }
}

function reported({ vault }: Session, records: readonly ExplainedRecord[]): ReportedRecord[] {
  return records.map((one) => {
    const row = findRecord(vault, one.record);
    const label = row === undefined ? 'TLP:AMBER+STRICT' : effectiveHandling(row.handling, row.body).label;
    return { record: RecordId.parse(one.record), kind: one.kind, label, goes: one.goes, reasons: reasonsIn(one) };
  });
}

function ids(parties: readonly string[]): RecordId[] {
  return parties.map((party) => RecordId.parse(party));
}
