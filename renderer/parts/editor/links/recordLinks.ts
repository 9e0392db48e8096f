import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { blockDecorations, type Stretch } from '../decorations.ts';
import { RecordLink } from '../schema/links.ts';

/** What a record is called now, and of which kind it is. */
export interface LinkedRecord {
  readonly title: string;
  readonly kind: string;
}

export interface RecordLinksOptions {
  /** Somebody follows a link. */
  open(record: string): void;
  /** Somebody typed the sign that begins a link. */
  pick(): void;
}

/** Tells the links of a text what their records are called now. */
export const LINK_TITLES = 'recordLinkTitles';

/** Links to records as chips: clicked, or with Enter in them, they are followed; `@` begins a new one. */
export const RecordLinks = RecordLink.extend<RecordLinksOptions>({
  addOptions: () => ({ open: () => {}, pick: () => {} }),
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const record = linkAround(this.editor.state);
        if (record !== undefined) this.options.open(record);
        return record !== undefined;
      },
    };
  },
  addProseMirrorPlugins() {
    let titles: ReadonlyMap<string, LinkedRecord> = new Map();
    const decorate = (block: Node): Stretch[] => {
      const found: Stretch[] = [];
      block.descendants((node, at) => {
        const record = recordOf(node);
        const linked = record === undefined ? undefined : titles.get(record);
        if (linked !== undefined) {
          const attributes = { title: linked.title, 'data-kind': linked.kind };
          found.push({ from: at + 1, to: at + 1 + node.nodeSize, attributes });
        }
        return true;
      });
      return found;
    };
    return [
      blockDecorations('recordLinks', decorate, (tr) => {
        const told: unknown = tr.getMeta(LINK_TITLES);
        if (!(told instanceof Map)) return false;
        titles = told;
        return true;
      }),
      new Plugin({
        key: new PluginKey('recordLinkPicking'),
        props: {
          handleClick: (view, _at, event) => {
            const chip = event.target instanceof Element ? event.target.closest('[data-record]') : null;
            const record = chip?.getAttribute('data-record');
            if (record === null || record === undefined || event.button !== 0 || !view.dom.contains(chip)) return false;
            this.options.open(record);
            return true;
          },
          handleTextInput: (view, from, _to, text) => {
            const before = view.state.doc.textBetween(Math.max(0, from - 1), from, ' ', ' ');
            if (
              text !== '@' ||
              !/^[\s([«“"]?$/u.test(before) ||
              view.state.selection.$from.parent.type.spec.code === true
            )
              return false;
            this.options.pick();
            return true;
          },
        },
      }),
    ];
  },
});

function recordOf(node: Node): string | undefined {
  const record: unknown = node.marks.find((mark) => mark.type.name === 'recordLink')?.attrs.record;
  return typeof record === 'string' ? record : undefined;
}

/** The record of the link that the cursor stands in, with its words on both sides. */
function linkAround({ selection }: EditorState): string | undefined {
  const { $from, empty } = selection;
  if (!empty) return undefined;
  const [before, after] = [$from.nodeBefore, $from.nodeAfter];
  const record = before === null ? undefined : recordOf(before);
  return record !== undefined && after !== null && recordOf(after) === record ? record : undefined;
}

/** Every record that a text links to, in a stable order. */
export function linkedRecords(doc: Node): string[] {
  const found = new Set<string>();
  doc.forEach((block) => {
    let known = recordsOf.get(block);
    if (known === undefined) {
      const own = new Set<string>();
      block.descendants((node) => {
        const record = recordOf(node);
        if (record !== undefined) own.add(record);
        return true;
      });
      known = [...own];
      recordsOf.set(block, known);
    }
    for (const record of known) found.add(record);
  });
  return [...found].sort();
}

const recordsOf = new WeakMap<Node, readonly string[]>();
