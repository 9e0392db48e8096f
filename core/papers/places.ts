import { type PlaceOfBlock, placesIn, type ReferenceTarget, referencesIn } from '../../domain/papers/places.ts';
import { placedPaper } from '../../domain/papers/referenceWords.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { isJsonObject, type JsonObject } from '../../domain/records/json.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { objects, text } from '../../domain/records/text.ts';
import { keptFor } from '../records/kept.ts';
import { linksTo } from '../records/links.ts';
import { type RecordView, readRecord } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import type { Vault } from '../vault/vault.ts';

/** A place with the block of the paper that it stands in: inside a portion, that of the portion. */
type PlaceHere = PlaceOfBlock & { readonly top: string };

/** The headings, figures, tables and paragraphs of a paper, in the order of its text. Throws `record.missing`. */
export function placesOf(vault: Vault, paper: RecordId): PlaceHere[] {
  return [...placesHere(vault, paper, readRecord(vault, paper).body).values()].filter(({ own }) => own);
}

/** What cross-references lead to as it stands here; one answer a target, in their order. */
export function referred(vault: Vault, targets: readonly ReferenceTarget[]) {
  const papers = new Map<string, ReturnType<typeof readTarget>>();
  return targets.map(({ record, block }) => {
    const known = papers.get(record) ?? readTarget(vault, record);
    papers.set(record, known);
    const place = known?.places.get(block);
    return {
      record,
      block,
      ...(known === undefined ? {} : { paper: known.paper }),
      ...(place === undefined ? {} : { place }),
    };
  });
}

/** The cross-references that lead into a paper, from anywhere in this vault. Throws `record.missing`. */
export function referencesTo(vault: Vault, paper: RecordId) {
  const own = readRecord(vault, paper);
  const places = placesHere(vault, paper, own.body);
  const portions = portionsOf(vault, paper);
  const sources = [own, ...portions, ...linksTo(vault, paper).map(({ record }) => readRecord(vault, record))];
  const once = [...new Map(sources.map((view) => [view.id, view])).values()].filter(({ deleted }) => !deleted);
  return once.flatMap((view) => {
    const holder = view.kind === 'portion' ? (whole(vault, view) ?? view) : view;
    const around = holder.kind === 'paper' ? placesHere(vault, holder.id, holder.body) : undefined;
    return referencesFrom(view)
      .filter(({ to }) => to.record === paper || keptFor(vault, to.record) === paper)
      .map(({ block, to }) => {
        const [from, place] = [around?.get(block), places.get(to.block)];
        return {
          record: holder.id,
          kind: holder.kind,
          title: holder.title,
          ...(from === undefined ? {} : { from }),
          to: { ...to, ...(place === undefined ? {} : { place }) },
        };
      });
  });
}

/** The cross-references in the texts of a record, with the blocks that they stand in. */
function referencesFrom({ kind, body }: RecordView): { block: string; to: ReferenceTarget }[] {
  const fields = Object.entries(kindOf(kind)?.fields ?? {}).filter(([, { merge }]) => merge === 'richText');
  return fields.flatMap(([name]) =>
    blocksOf(body[name]).flatMap((block) =>
      referencesIn(block).map((to) => ({ block: isJsonObject(block.attrs) ? text(block.attrs.id) : '', to })),
    ),
  );
}

function readTarget(vault: Vault, id: string) {
  const row = findRecord(vault, id);
  const kept = row === undefined || row.deleted ? keptFor(vault, id) : undefined;
  const found = kept === undefined ? row : findRecord(vault, kept);
  if (found === undefined || found.deleted || found.kind !== 'paper') return undefined;
  return { paper: placedPaper(found.body), places: placesHere(vault, RecordId.parse(found.id), found.body) };
}

/** Every place of a paper with those of the portions that may be read here. */
function placesHere(vault: Vault, paper: RecordId, body: JsonObject): Map<string, PlaceHere> {
  const content = blocksOf(body.body);
  const isDivided = content.some(({ type }) => type === 'portion');
  const portions = new Map(
    (isDivided ? portionsOf(vault, paper) : []).map((view) => [text(view.body.placeholder), blocksOf(view.body.body)]),
  );
  const tops = new Map<string, string>();
  for (const { type, attrs } of content) {
    if (type !== 'portion' || !isJsonObject(attrs)) continue;
    for (const inside of portions.get(text(attrs.placeholder)) ?? []) {
      if (isJsonObject(inside.attrs)) tops.set(text(inside.attrs.id), text(attrs.id));
    }
  }
  const places = placesIn(content, (placeholder) => portions.get(placeholder));
  return new Map([...places].map(([block, place]) => [block, { ...place, top: tops.get(block) ?? block }]));
}

function portionsOf(vault: Vault, paper: RecordId): RecordView[] {
  return linksTo(vault, paper)
    .filter(({ field }) => field === 'paper')
    .map(({ record }) => readRecord(vault, record))
    .filter(({ kind, deleted }) => kind === 'portion' && !deleted);
}

/** The paper that a portion is of, where that is here. */
function whole(vault: Vault, { body }: RecordView): RecordView | undefined {
  const row = findRecord(vault, text(body.paper));
  return row === undefined || row.deleted ? undefined : readRecord(vault, RecordId.parse(row.id));
}

function blocksOf(value: JsonObject[string] | undefined): JsonObject[] {
  return objects(isJsonObject(value) ? value.content : undefined);
}
