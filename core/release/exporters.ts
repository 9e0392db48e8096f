/** How the one who gets an output reads it, and so how it is looked through before it is handed over. */
export type OutputFormat = 'bundle' | 'pdf' | 'docx' | 'text' | 'ics' | 'csv' | 'card' | 'file' | 'vault' | 'picture';

/** A way by which something leaves the vault for a file, a printer or the clipboard. */
export interface Exporter {
  readonly format: OutputFormat;
  /** The sources that make it and write it; no others may. */
  readonly sources: readonly string[];
  /** The calls by which a person asks for it. None: it is made in a window, of what that shows. */
  readonly calls: readonly string[];
  /**
   * `release`: it takes a `Release`, for whomever that is for. `self`: it is for who holds this vault, through the gate
   * as for `self`. Otherwise why it needs no gate. What takes a `Release` is read again once it is finished (`core/audit`).
   */
  readonly gate: 'release' | 'self' | { readonly none: string };
  /** The test that looks through it, for canaries where records go into it. */
  readonly provenBy: string;
}

/**
 * Every way out of the vault. `tests/architecture/exporters.test.ts` finds what writes or takes a release and does not
 * stand here.
 */
export const EXPORTERS: Readonly<Record<string, Exporter>> = {
  bundle: {
    format: 'bundle',
    sources: [
      'core/exchange/sealBundle.ts',
      'core/exchange/issueRevisions.ts',
      'core/exchange/readableCopies.ts',
      'core/meetings/planNews.ts',
      'core/exchange/outputFile.ts',
    ],
    calls: ['exchange.seal', 'exchange.acknowledge', 'exchange.ask', 'exchange.recall', 'exchange.sendPurges'],
    gate: 'release',
    provenBy: 'tests/core/release/exporters.test.ts',
  },
  print: {
    format: 'pdf',
    sources: [
      'core/annexes/filesOf.ts',
      'core/annexes/gatherFiles.ts',
      'core/documents/sheetOf.ts',
      'core/documents/supplementOf.ts',
      'core/documents/printDocument.ts',
      'core/documents/printOrder.ts',
      'core/documents/printToFile.ts',
    ],
    calls: [
      'documents.print',
      'documents.preview',
      'dossiers.printCopies',
      'openSession.print',
      'openSession.toPrinter',
    ],
    gate: 'release',
    provenBy: 'tests/core/release/exporters.test.ts',
  },
  calendar: {
    format: 'ics',
    sources: ['core/documents/saveCalendar.ts'],
    calls: ['documents.calendar'],
    gate: 'release',
    provenBy: 'tests/core/release/exporters.test.ts',
  },
  csv: {
    format: 'csv',
    sources: ['core/documents/listFor.ts', 'core/documents/ownList.ts', 'core/documents/writeList.ts'],
    calls: ['documents.saveList', 'documents.saveOwnList'],
    gate: 'release',
    provenBy: 'tests/core/release/exporters.test.ts',
  },
  word: {
    format: 'docx',
    sources: ['core/documents/word/wordOf.ts', 'core/documents/word/wordToFile.ts'],
    calls: ['documents.word'],
    gate: 'release',
    provenBy: 'tests/core/release/exporters.test.ts',
  },
  inquiryForm: {
    format: 'docx',
    sources: ['core/inquiries/saveForm.ts'],
    calls: ['inquiries.saveForm'],
    gate: 'release',
    provenBy: 'tests/core/release/exporters.test.ts',
  },
  copiedText: {
    format: 'text',
    sources: ['core/release/copyText.ts'],
    calls: ['documents.asText', 'openSession.copyText'],
    gate: 'release',
    provenBy: 'tests/core/release/copyText.test.ts',
  },
  attachment: {
    format: 'file',
    sources: ['core/papers/saveAttachment.ts'],
    calls: ['papers.saveAttachment'],
    gate: 'self',
    provenBy: 'tests/core/release/holdersOwn.test.ts',
  },
  dump: {
    format: 'text',
    sources: ['core/load/dumpRecords.ts'],
    calls: ['records.dump'],
    gate: 'self',
    provenBy: 'tests/core/release/holdersOwn.test.ts',
  },
  journal: {
    format: 'text',
    sources: ['core/journal/exportJournal.ts'],
    calls: ['journal.export'],
    gate: 'self',
    provenBy: 'tests/core/release/holdersOwn.test.ts',
  },
  card: {
    format: 'card',
    sources: ['core/exchange/handlers.ts'],
    calls: ['exchange.saveCard'],
    gate: { none: 'the public half of this installation, of eleven fields and no record' },
    provenBy: 'tests/core/release/holdersOwn.test.ts',
  },
  recoverySheet: {
    format: 'pdf',
    sources: ['core/vault/printRecoverySheet.ts'],
    calls: ['vault.printRecoverySheet'],
    gate: { none: 'a key of this vault for who holds it, and no record' },
    provenBy: 'tests/core/release/holdersOwn.test.ts',
  },
  recoveryText: {
    format: 'text',
    sources: ['cli/commands/vault.ts'],
    calls: [],
    gate: { none: 'the same key where a vault is made from the command line' },
    provenBy: 'tests/cli/commands.test.ts',
  },
  root: {
    format: 'pdf',
    sources: ['core/directory/printRoot.ts'],
    calls: ['directory.printRoot'],
    gate: {
      none: 'the root of the network for the Secretariat that keeps it; the network’s name, and no other record',
    },
    provenBy: 'tests/core/directory/root.test.ts',
  },
  backup: {
    format: 'vault',
    sources: ['core/vault/backups.ts'],
    calls: ['vault.backup'],
    gate: { none: 'the vault itself, encrypted as it is, for who holds it' },
    provenBy: 'tests/core/vault/canaries.test.ts',
  },
  printedPages: {
    format: 'picture',
    sources: ['renderer/parts/printing/usePrinter.ts', 'renderer/parts/printing/PaperPages.tsx'],
    calls: [],
    gate: {
      none: 'pictures of the pages that `documents.preview` or `openSession.toPrinter` answered with, which went through the gate',
    },
    provenBy: 'tests/e2e/print.test.ts',
  },
  cardPicture: {
    format: 'picture',
    sources: ['renderer/parts/card/drawCard.ts'],
    calls: [],
    gate: { none: 'the own card, drawn to be printed' },
    provenBy: 'tests/e2e/traces.test.ts',
  },
  clipboard: {
    format: 'text',
    sources: ['renderer/parts/edges/copyOut.ts', 'renderer/parts/edges/guards.ts'],
    calls: [],
    gate: {
      none: 'the text that `documents.asText` or `openSession.copyText` answered with, which went through the gate; else a reference without words',
    },
    provenBy: 'tests/e2e/edges.test.ts',
  },
  reminder: {
    format: 'text',
    sources: ['renderer/exchange/matrix/MatrixCell.tsx'],
    calls: [],
    gate: { none: 'a fixed sentence with the day and the number of a bundle, for the one whom that was sealed for' },
    provenBy: 'tests/architecture/exporters.test.ts',
  },
};
