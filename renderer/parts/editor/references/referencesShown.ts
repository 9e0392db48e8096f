import { msg } from '@lingui/core/macro';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import { PLACE_SIGN } from '../../../../domain/papers/plainText.ts';
import { i18n } from '../../../language/language.ts';
import classes from '../editor.module.css';
import { CrossReference } from '../schema/crossReferences.ts';

/** Where a cross-reference leads: a block of a paper. */
export interface Target {
  readonly record: string;
  readonly block: string;
}

/** What a cross-reference says now. */
export interface Said {
  readonly words: string;
  /** What is told of it to who points at it: the paper, and the heading or caption of the place. */
  readonly title: string;
  readonly lost: boolean;
  /** The block of the paper that is opened: inside a portion, that of the portion; empty for none. */
  readonly opens: string;
}

export interface ReferencesShownOptions {
  /** Somebody follows a reference that stands in the block `from` of the text; `target.block` empty: the place is lost. */
  open(target: Target, from: string): void;
  /** Somebody wants to go back from the block that a reference led to. False where none led there. */
  back(block: string): boolean;
}

interface Shown {
  /** What references say, by `keyOf`. */
  said: ReadonlyMap<string, Said>;
  readonly views: Set<() => void>;
}

declare module '@tiptap/core' {
  interface Storage {
    crossReference: Shown;
  }
}

/** What the reference to a place is found by. */
export const keyOf = ({ record, block }: Target): string => `${record} ${block}`;

/**
 * Cross-references as chips that say where their places are now. Clicked, or chosen and with Enter, they are followed. What
 * they say is no part of the text: it is told to them (`tellReferences`) whenever it may have changed.
 */
export const ReferencesShown = CrossReference.extend<ReferencesShownOptions, Shown>({
  addOptions: () => ({ open: () => {}, back: () => false }),
  addStorage: () => ({ said: new Map(), views: new Set() }),
  renderText({ node }) {
    return this.storage?.said.get(keyOf(targetOf(node)))?.words ?? PLACE_SIGN;
  },
  addKeyboardShortcuts() {
    return {
      // As in the window, whose keys are not heard in a text.
      'Alt-ArrowLeft': () => {
        const { doc, selection } = this.editor.state;
        return this.options.back(blockAround(doc, selection.from));
      },
      Enter: () => {
        const { selection } = this.editor.state;
        if (!(selection instanceof NodeSelection) || selection.node.type.name !== this.name) return false;
        const target = targetOf(selection.node);
        const opens = this.storage.said.get(keyOf(target))?.opens ?? '';
        this.options.open({ ...target, block: opens }, blockAround(this.editor.state.doc, selection.from));
        return true;
      },
    };
  },
  addNodeView() {
    return ({ node, getPos }) => {
      const { views } = this.storage;
      const target = targetOf(node);
      const dom = document.createElement('span');
      dom.className = classes.reference ?? '';
      dom.dataset.paper = target.record;
      dom.dataset.block = target.block;
      dom.setAttribute('role', 'link');
      const show = () => {
        const now = this.storage.said.get(keyOf(target));
        dom.textContent = now?.words ?? '\u2026';
        dom.title = now?.title ?? '';
        dom.toggleAttribute('data-lost', now?.lost === true);
        if (now === undefined) dom.setAttribute('aria-label', i18n._(msg`Cross-reference`));
        else dom.removeAttribute('aria-label');
      };
      show();
      views.add(show);
      const onClick = (event: MouseEvent) => {
        const at = getPos();
        if (event.button !== 0 || at === undefined) return;
        event.preventDefault();
        const opens = this.storage.said.get(keyOf(target))?.opens ?? '';
        this.options.open({ ...target, block: opens }, blockAround(this.editor.state.doc, at));
      };
      dom.addEventListener('click', onClick);
      return {
        dom,
        ignoreMutation: () => true,
        destroy: () => {
          views.delete(show);
        },
      };
    };
  },
});

/** Tells the references of an open text what they say now. */
export function tellReferences(shown: Shown, said: ReadonlyMap<string, Said>): void {
  shown.said = said;
  for (const show of shown.views) show();
}

function targetOf(node: Node): Target {
  const { record, block } = node.attrs;
  return { record: typeof record === 'string' ? record : '', block: typeof block === 'string' ? block : '' };
}

function blockAround(doc: Node, at: number): string {
  const id: unknown = doc.resolve(at).node(1)?.attrs.id ?? doc.nodeAt(at)?.attrs.id;
  return typeof id === 'string' ? id : '';
}

/** Every target that a text refers to, in a stable order. */
export function targetsIn(doc: Node): Target[] {
  const found = new Map<string, Target>();
  doc.forEach((block) => {
    let known = targetsOf.get(block);
    if (known === undefined) {
      const own: Target[] = [];
      block.descendants((node) => {
        if (node.type.name === 'crossReference') own.push(targetOf(node));
        return true;
      });
      known = own;
      targetsOf.set(block, known);
    }
    for (const target of known) found.set(keyOf(target), target);
  });
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, target]) => target);
}

const targetsOf = new WeakMap<Node, readonly Target[]>();
