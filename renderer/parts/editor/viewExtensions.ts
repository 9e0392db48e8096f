import { Extension, type Extensions } from '@tiptap/core';
import { Finding } from './find/findExtension.ts';
import { Footnotes } from './footnotes/footnotes.ts';
import { FreshSelection } from './freshSelection.ts';
import { Citations } from './links/citations.ts';
import { RecordLinks } from './links/recordLinks.ts';
import { MarginClicks } from './portions/marginClicks.ts';
import { Portions } from './portions/portions.ts';
import { RedactedBars } from './redacted/redactedBars.ts';
import { ReferencesShown, type Target } from './references/referencesShown.ts';
import { CaptionedTables } from './tables/captionedTables.ts';

/** What the text asks of the page around it. */
export interface TextRequests {
  /** Follow a link to a record. */
  open(record: string): void;
  /** Follow a cross-reference that stands in the block `from`. */
  openPlace(target: Target, from: string): void;
  /** Go back from the block that a cross-reference led to. False where none did. */
  back(block: string): boolean;
  /** Choose a record to link to. */
  pick(): void;
  /** The marks of the chosen blocks, here in the window. */
  marks(at: { readonly x: number; readonly y: number }): void;
  /** Undo what was done to the text beside typing. False when the last thing was typed. */
  undo(): boolean;
  /** Take pasted content. True when it is not to be pasted. */
  paste(data: DataTransfer): boolean;
  /** HTML from elsewhere, without rubbish. */
  clean(html: string): string;
}

/** How the nodes of a document are shown and edited in a long text. */
export function viewExtensions(requests: TextRequests): Extensions {
  return [
    FreshSelection,
    Footnotes,
    CaptionedTables,
    Portions,
    RedactedBars,
    RecordLinks.configure({ open: requests.open, pick: requests.pick }),
    ReferencesShown.configure({ open: requests.openPlace, back: requests.back }),
    Citations,
    Finding,
    MarginClicks.configure({ open: requests.marks }),
    Extension.create({
      name: 'windowUndo',
      priority: 1000,
      addKeyboardShortcuts: () => ({ 'Mod-z': () => requests.undo() }),
    }),
  ];
}
