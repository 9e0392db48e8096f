import type { z } from 'zod';
import type { PreviewLine as PreviewLineSchema } from '../../contract/exchange/calls.ts';
import { changeWords } from '../../domain/exchange/changeWords.ts';
import { describeConflict } from '../../domain/records/conflictWords.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import { DRAFT, headsOf } from '../../domain/records/history.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { type MergedView, mergeHeads, type Version } from '../../domain/records/merge.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import { findDraft, findRecord, findRevision, revisionsOf } from '../records/rows.ts';
import { titleOf } from '../records/title.ts';
import type { Vault } from '../vault/vault.ts';
import type { StagedRow } from './receivedBundle.ts';
import { whoWrote } from './whoWrote.ts';

export type PreviewLine = z.infer<typeof PreviewLineSchema>;

const WORDS = {
  refused: {
    en: 'Its author is not known here, or its history cannot be judged. Verify the author’s card, then look again.',
    fr: 'Son auteur n’est pas connu ici, ou son historique ne peut être jugé. Vérifiez sa carte, puis revenez à l’aperçu.',
  },
  partly: {
    en: 'Some of its versions are put aside, because their author is not known here.',
    fr: 'Certaines de ses versions sont mises de côté : leur auteur n’est pas connu ici.',
  },
  newer: {
    en: 'Made with a newer version. It is kept and carried, and can be shown after an update.',
    fr: 'Créée avec une version plus récente. Elle est conservée et transmise ; une mise à jour permettra de l’afficher.',
  },
  unseen: {
    en: 'Older versions; what you see stays as it is.',
    fr: 'Versions antérieures ; ce que vous voyez ne change pas.',
  },
  deleted: { en: 'Deleted', fr: 'Supprimée' },
  declined: { en: 'Declined before; it can still be taken.', fr: 'Refusée auparavant ; elle peut encore être prise.' },
} as const;

interface Staged {
  readonly row: StagedRow;
  readonly version: Version;
  readonly author: string;
}

/** Compares what a bundle brings with what is here, record by record. */
export function recordComparer(vault: Vault, rows: readonly StagedRow[], language: Language) {
  const staged = new Map<string, Staged[]>();
  for (const row of rows) {
    // Checked when the bundle was opened; since then it lay in the encrypted database.
    const parsed: SignedRevision = JSON.parse(row.line);
    const brought = staged.get(row.record) ?? [];
    brought.push({ row, version: parsed, author: parsed.author });
    staged.set(row.record, brought);
  }

  function nameOf(id: string): string | undefined {
    const title = findRecord(vault, id)?.title;
    if (title !== undefined) return title;
    const last = staged.get(id)?.at(-1);
    return last === undefined ? undefined : titleOf(last.row.kind, last.version.body);
  }

  function compare(id: string): PreviewLine {
    const brought = staged.get(id) ?? [];
    const takeable = brought.filter(({ row }) => row.state === 'staged' || row.state === 'declined');
    const refused = brought.filter(({ row }) => row.state === 'quarantined');
    const kindName = brought[0]?.row.kind ?? '';
    const kind = kindOf(kindName);
    const line = (change: PreviewLine['change'], title: string | undefined, sentences: string[]): PreviewLine => ({
      record: RecordId.parse(id),
      kind: kindName,
      title: title ?? '',
      change,
      sentences,
    });
    if (takeable.length === 0) {
      return refused.length > 0
        ? line('refused', nameOf(id), [WORDS.refused[language]])
        : line('known', nameOf(id), []);
    }
    const here = revisionsOf(vault, id).flatMap((row) => findRevision(vault, row.id) ?? []);
    const authors = new Map<string, string>();
    for (const revision of here) authors.set(revision.id, revision.author);
    for (const { version, author } of takeable) authors.set(version.id, author);
    const draft = findDraft(vault, id);
    const mine: Version[] = draft === undefined ? [...here] : [...here, { ...draft, id: DRAFT, parents: draft.base }];
    const before = viewOf(kind, mine);
    const after = viewOf(kind, [...mine, ...takeable.map(({ version }) => version)]);
    if (after === undefined) return line('known', nameOf(id), []);
    const title = titleOf(kindName, after.body) || nameOf(id);
    const notes = [
      ...(refused.length > 0 ? [WORDS.partly[language]] : []),
      ...(takeable.every(({ row }) => row.state === 'declined') ? [WORDS.declined[language]] : []),
    ];
    if (kind === undefined) return line('unknownKind', title, [WORDS.newer[language], ...notes]);
    if (after.conflicts.length > 0) {
      const names = { side: whoWrote(vault, (version) => authors.get(version), language), record: nameOf };
      const words = after.conflicts.map((conflict) => describeConflict(kind, conflict, names, language).sentence);
      return line('conflict', title, [...words, ...notes]);
    }
    if (after.deleted && !(before?.deleted ?? false)) return line('deleted', title, [deletionWords(after), ...notes]);
    if (before === undefined) return line('new', title, notes);
    const changes = changeWords(kind, before, after, nameOf, language);
    return line('changed', title, [...(changes.length > 0 ? changes : [WORDS.unseen[language]]), ...notes]);
  }

  function deletionWords(view: MergedView): string {
    const deleted = view.body.$deleted;
    const reason = typeof deleted === 'object' && deleted !== null && !Array.isArray(deleted) ? deleted.reason : '';
    const heading = WORDS.deleted[language];
    return typeof reason === 'string' && reason !== '' ? `${heading}: ${reason}` : `${heading}.`;
  }

  return { records: [...staged.keys()], compare };
}

function viewOf(kind: ReturnType<typeof kindOf>, versions: readonly Version[]): MergedView | undefined {
  if (versions.length === 0) return undefined;
  const byId = new Map(versions.map((version) => [version.id, version]));
  const heads = headsOf(byId.values()).flatMap((id) => byId.get(id) ?? []);
  return mergeHeads(kind, heads, (id) => byId.get(id));
}
