import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { search } from '../../core/library/search.ts';
import { listRecords } from '../../core/records/listRecords.ts';
import { conflictsOf } from '../../core/records/rows.ts';
import { isJsonObject, type Json } from '../../domain/records/json.ts';
import { asJson, type SignedRevision } from '../../domain/records/revision.ts';
import { objects, text } from '../../domain/records/text.ts';
import { CANARY } from '../helpers/canaries.ts';
import type { CanaryDesk } from './canaryDesk.ts';

/** Reads what lies at a place of a vault, as it is kept there. */
type Place = (desk: CanaryDesk) => unknown | Promise<unknown>;

const all = (desk: CanaryDesk, query: string) => desk.session.vault.sqlite.prepare(query).all();
const records = ({ session: { vault } }: CanaryDesk) => listRecords(vault);
const bodiesOf = (desk: CanaryDesk, kind: string) =>
  records(desk)
    .filter((record) => record.kind === kind)
    .map(({ body }) => body);
const attachments = (desk: CanaryDesk) => bodiesOf(desk, 'paper').flatMap((body) => objects(body.attachments));
/** Every node of every text of a paper. */
const nodes = (desk: CanaryDesk) => bodiesOf(desk, 'paper').flatMap((body) => nodesIn(body));

function nodesIn(value: Json): Record<string, Json>[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (!isJsonObject(value)) return [];
  return [...(typeof value.type === 'string' ? [value] : []), ...Object.values(value).flatMap(nodesIn)];
}

const ofType = (desk: CanaryDesk, type: string) => nodes(desk).filter((node) => node.type === type);
const stagedAs = (desk: CanaryDesk, state: string) =>
  all(
    desk,
    `SELECT line FROM staged_line JOIN staged_revision USING (bundle, revision) WHERE staged_revision.state = '${state}'`,
  );

/** Everywhere that something may lie in a vault which must not leave it. A place without a canary proves nothing. */
export const PLACES: Readonly<Record<string, Place>> = {
  'a record as it is': records,
  'a caveat': (desk) => records(desk).map(({ handling }) => handling.caveats),
  'a comment': (desk) => bodiesOf(desk, 'comment'),
  'an annotation': (desk) => bodiesOf(desk, 'annotation'),
  'a stricter portion': (desk) => bodiesOf(desk, 'portion'),
  'a record of a kind from a newer version': (desk) => bodiesOf(desk, 'forecast'),
  'a deleted record': (desk) => records(desk).filter(({ deleted }) => deleted),
  'a side of a conflict': (desk) =>
    records(desk)
      .filter(({ conflicted }) => conflicted)
      .map(({ id }) => asJson(conflictsOf(desk.session.vault, id))),
  'a draft': (desk) => all(desk, 'SELECT body FROM draft'),
  'what was said before': (desk) => {
    const revisions = all(desk, 'SELECT line FROM revision').map((row) => revisionIn(row));
    const built = new Set(revisions.flatMap(({ parents }) => parents));
    return revisions.filter(({ id }) => built.has(id));
  },
  'the name of a file': (desk) => attachments(desk).map(({ name }) => text(name)),
  'the content of a file': async ({ session: { vault }, generated }) => {
    const contents: string[] = [];
    for (const sha256 of generated.files.keys()) {
      const content = await buffer(vault.blobs.read(sha256));
      contents.push((content[0] === 0x1f ? gunzipSync(content) : content).toString());
    }
    return contents;
  },
  'an import that was declined': (desk) => stagedAs(desk, 'declined'),
  'an import that nobody decided upon': (desk) => stagedAs(desk, 'staged'),
  'the label of a link': (desk) =>
    nodes(desk).filter(({ marks }) => objects(marks).some(({ type }) => type === 'recordLink' || type === 'link')),
  'a heading that texts refer to': (desk) => ofType(desk, 'heading'),
  'a figure with its caption': (desk) => ofType(desk, 'figure'),
  'the caption of a table': (desk) => ofType(desk, 'table').map(({ attrs = null }) => attrs),
  'a footnote': (desk) => ofType(desk, 'footnote'),
  'the attributes of a placeholder': (desk) => ofType(desk, 'portion').map(({ attrs = null }) => attrs),
  'a block of a newer version': (desk) => ofType(desk, 'weather'),
  'the snippet that a search shows': (desk) => {
    const words = new Set(JSON.stringify(records(desk)).match(CANARY));
    return [...words]
      .slice(0, 40)
      .map((one) => search(desk.session.vault, one.replaceAll('-', ' '), { deleted: 'with' }));
  },
};

function revisionIn(row: unknown): SignedRevision {
  const { line } = row as { line: string };
  return JSON.parse(line);
}

/** The canaries that lie at a place. */
export async function canariesAt(desk: CanaryDesk, place: string): Promise<Set<string>> {
  const kept = JSON.stringify((await PLACES[place]?.(desk)) ?? null);
  // A snippet is cut into what matches and what does not.
  return new Set([...(kept.match(CANARY) ?? []), ...pieced(kept)]);
}

function pieced(kept: string): string[] {
  return [...kept.replace(/"[^"]*":(?:true|false)|[^a-z0-9]+|text/g, ' ').matchAll(/canary (\d{6}) end/g)].map(
    ([, number]) => `canary-${number}-end`,
  );
}
