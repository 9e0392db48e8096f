import type { z } from 'zod';
import type { BundleChange, PreviewLine as PreviewLineSchema } from '../../contract/exchange/received.ts';
import { isOver } from '../../domain/directory/state.ts';
import { isTrusted } from '../../domain/exchange/card.ts';
import { changeWords } from '../../domain/exchange/changeWords.ts';
import type { Label } from '../../domain/handling/handling.ts';
import { describeConflict } from '../../domain/records/conflictWords.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import type { MergedView } from '../../domain/records/merge.ts';
import { readDirectory } from '../directory/chainRows.ts';
import { findFacts, type RecordFacts } from '../records/rows.ts';
import { titleOf } from '../records/title.ts';
import type { Vault } from '../vault/vault.ts';
import { findInstallation } from './cards.ts';
import type { StagedRow } from './receivedBundle.ts';
import {
  importedWith,
  type ReadLine,
  type Staged,
  type Weighed,
  weigh,
  weighImport,
  withVersions,
} from './stagedRecords.ts';
import { whoWrote } from './whoWrote.ts';

export type PreviewLine = z.infer<typeof PreviewLineSchema>;
type Change = z.infer<typeof BundleChange>;

const WORDS = {
  refused: {
    en: 'Its author is not known here, or its history cannot be judged. Verify the author’s card, then look again.',
    fr: 'Son auteur n’est pas connu ici, ou son historique ne peut être jugé. Vérifiez sa carte, puis revenez à l’aperçu.',
  },
  beyond: {
    en: 'Its author’s installation has ended or was revoked, and this is beyond what was accepted of it.',
    fr: 'L’installation de son auteur a pris fin ou a été révoquée, et ceci dépasse ce qui en a été accepté.',
  },
  contested: {
    en: 'Here another body began this record. Ask the Secretariat which of the two is right; the other can be taken back with its bundle, or purged.',
    fr: 'Ici, un autre organisme a créé cette fiche. Demandez au Secrétariat laquelle des deux est la bonne ; l’autre peut être retirée avec son paquet, ou purgée.',
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

/** A list has many records: of a title or sentence beyond measure it has the beginning. */
const LONGEST_TITLE = 1_000;
const LONGEST_SENTENCE = 4_000;

function shortened(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, most).toWellFormed()}…`;
}

interface Told {
  readonly change: Change;
  readonly title: string | undefined;
  readonly sentences: string[];
  readonly about: string[];
}

/** One record of a bundle, and the two versions that its line tells of. */
export interface ComparedRecord extends Partial<Weighed> {
  readonly line: PreviewLine;
}

/**
 * Compares what a bundle brings with what is here, record by record. `rowsOf` gives its revisions of a record, of which
 * only those of one record are in memory at a time, and `lineOf` the line of each.
 */
export function recordComparer(
  vault: Vault,
  bundle: string,
  { rowsOf, lineOf }: { rowsOf(record: string): readonly StagedRow[]; readonly lineOf: ReadLine },
  language: Language,
) {
  function nameOf(id: string): string | undefined {
    const title = findFacts(vault, id)?.title;
    if (title !== undefined) return title;
    const [last] = withVersions(lineOf, rowsOf(id).slice(-1));
    return last === undefined ? undefined : titleOf(last.row.kind, last.version.body);
  }

  function compare(id: string): ComparedRecord {
    const brought = withVersions(lineOf, rowsOf(id));
    const takeable = brought.filter(({ row }) => row.state === 'staged' || row.state === 'declined');
    const refused = brought.filter(({ row }) => row.state === 'quarantined');
    const accepted = brought.filter(({ row }) => row.state === 'accepted');
    if (takeable.length > 0) return taken(id, takeable, refused.length > 0);
    if (refused.length > 0) {
      return { line: summaryOf(id, refused, 'refused', 'refused', 'aside', nameOf(id), [refusedWords(id, refused)]) };
    }
    const imported = importedWith(vault, bundle, id);
    const came = accepted.some(({ version }) => imported.has(version.id));
    if (!came) return { line: summaryOf(id, accepted, 'known', 'known', 'known', nameOf(id), []) };
    const weighed = weighImport(vault, id, accepted, imported);
    const { change, title, sentences, about } = told(id, accepted, weighed);
    return {
      ...weighed,
      line: summaryOf(id, accepted, 'known', change, 'accepted', nameOf(id) ?? title, sentences, about),
    };
  }

  const isKnownHere = (author: string) => {
    const found = findInstallation(vault, author);
    return found !== undefined && (found.trust === 'own' || isTrusted(found.trust));
  };

  /** Why revisions are put aside, as far as it can be told from who wrote them. */
  function refusedWords(id: string, refused: readonly Staged[]): string {
    const here = findFacts(vault, id)?.handling.originator;
    const isContested = refused.some(
      ({ version: { parents, handling, author } }) =>
        parents.length === 0 && handling.originator !== here && isKnownHere(author),
    );
    if (here !== undefined && isContested) return WORDS.contested[language];
    const state = readDirectory(vault)?.state;
    const beyond = refused.some(({ version: { author, at } }) => {
      const seat = state?.seats.get(author);
      return seat?.ended !== undefined || state?.revoked.has(author) || isOver(seat?.admission.ends, at.slice(0, 10));
    });
    return WORDS[beyond ? 'beyond' : 'refused'][language];
  }

  function taken(id: string, takeable: readonly Staged[], partly: boolean): ComparedRecord {
    const declined = takeable.every(({ row }) => row.state === 'declined');
    const weighed = weigh(vault, id, takeable);
    const { change, title, sentences, about } = told(id, takeable, weighed);
    const notes = [...(partly ? [WORDS.partly[language]] : []), ...(declined ? [WORDS.declined[language]] : [])];
    const decision = declined ? 'declined' : 'open';
    const { here, ...views } = weighed;
    const said = [...sentences, ...notes];
    return { ...views, line: summaryOf(id, takeable, change, change, decision, title, said, about, here) };
  }

  function summaryOf(
    id: string,
    versions: readonly Staged[],
    change: Change,
    brought: Change,
    decision: PreviewLine['decision'],
    title: string | undefined,
    sentences: string[],
    about: string[] = [],
    here: RecordFacts | undefined = findFacts(vault, id),
  ): PreviewLine {
    const last = versions.at(-1);
    const label: Label = last?.version.handling.label ?? here?.handling.label ?? 'TLP:AMBER';
    return {
      record: RecordId.parse(id),
      kind: last?.row.kind ?? '',
      title: shortened(title ?? '', LONGEST_TITLE),
      label,
      change,
      brought,
      decision,
      conflicted: here?.conflicted ?? false,
      about,
      sentences: sentences.map((sentence) => shortened(sentence, LONGEST_SENTENCE)),
    };
  }

  /** What these revisions do to a record, in a word and in sentences. */
  function told(id: string, versions: readonly Staged[], { before, after, written }: Weighed): Told {
    const kindName = versions[0]?.row.kind ?? '';
    const kind = kindOf(kindName);
    const say = (change: Change, title: string | undefined, sentences: string[], about: string[] = []): Told => ({
      change,
      title,
      sentences,
      about,
    });
    if (after === undefined) return say('known', nameOf(id), []);
    const title = titleOf(kindName, after.body) || nameOf(id);
    if (kind === undefined) return say('unknownKind', title, [WORDS.newer[language]]);
    if (after.conflicts.length > 0) {
      const names = { side: whoWrote(vault, (version) => written(version)?.author, language), record: nameOf };
      const words = after.conflicts.map((conflict) => describeConflict(kind, conflict, names, language));
      const about = [...new Set(words.map(({ heading }) => heading))];
      const sentences = words.map(({ sentence }) => sentence);
      return say('conflict', title, sentences, about);
    }
    if (after.deleted && !(before?.deleted ?? false)) return say('deleted', title, [deletionWords(after)]);
    if (before === undefined) return say('new', title, []);
    const changes = changeWords(kind, before, after, nameOf, language);
    return say('changed', title, changes.length > 0 ? changes : [WORDS.unseen[language]]);
  }

  function deletionWords(view: MergedView): string {
    const deleted = view.body.$deleted;
    const reason = typeof deleted === 'object' && deleted !== null && !Array.isArray(deleted) ? deleted.reason : '';
    const heading = WORDS.deleted[language];
    return typeof reason === 'string' && reason !== '' ? `${heading}: ${reason}` : `${heading}.`;
  }

  return { compare, nameOf };
}
