import type { z } from 'zod';
import type { Preview as PreviewSchema, StagedComparison as StagedSchema } from '../../contract/exchange/received.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { fingerprintDigits } from '../../domain/exchange/fingerprintDigits.ts';
import type { Label } from '../../domain/handling/handling.ts';
import { stricterLabel } from '../../domain/handling/order.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { linksIn } from '../../domain/records/linksIn.ts';
import type { MergedView } from '../../domain/records/merge.ts';
import { directoryBrought } from '../directory/directoryView.ts';
import { unknownAncestorsIn } from '../receipts/requests.ts';
import { wordsIn } from '../receipts/wordsIn.ts';
import { conflictsInWords } from '../records/conflictsInWords.ts';
import { findRecord } from '../records/rows.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';
import { asBrought, broughtDuplicates } from './broughtDuplicates.ts';
import { addresseesOf } from './bundleList.ts';
import { momentsOf } from './bundleMoments.ts';
import { findInstallation, isOwn } from './cards.ts';
import { judgeSequence, placeIn, type SequenceFinding } from './places.ts';
import { type ReceivedBundle, readReceived, readStagedLine, readStagedOf, readStagedRows } from './receivedBundle.ts';
import { reconsiderQuarantine } from './reconsiderQuarantine.ts';
import { recordComparer } from './recordComparison.ts';
import { type ReadLine, rowsByRecord } from './stagedRecords.ts';

/** Who sent what, what is new, changed, in conflict, deleted or refused, and what to know before deciding. */
export type Preview = z.infer<typeof PreviewSchema>;

/**
 * The preview of a received bundle as things stand now. Revisions that were put aside because their author was not
 * known are judged again. `lineOf` is given where its lines are at hand. Throws `bundle.missing`.
 */
export async function previewBundle(
  session: Session,
  id: string,
  language: Language = 'en',
  lineOf: ReadLine = (revision) => readStagedLine(session.vault, id, revision),
): Promise<Preview> {
  const { vault } = session;
  const received = readReceived(vault, id);
  await reconsiderQuarantine(session, received);
  const rows = rowsByRecord(readStagedRows(vault, id));
  const comparer = recordComparer(vault, id, { rowsOf: (record) => rows.get(record) ?? [], lineOf }, language);
  // Of what the records say only this stays in memory, while the next one is compared.
  const compared = [...rows.keys()].map((record) => asBrought(comparer.compare(record)));
  const lines = compared.map(({ line }) => line);
  const counts = { new: 0, changed: 0, conflict: 0, deleted: 0, known: 0, refused: 0, unknownKind: 0 };
  for (const line of lines) counts[line.change] += 1;
  const { manifest, state, sender } = received;
  const from = senderOf(vault, received);
  const findings = judgeSequence(vault, sender, id);
  const number = placeIn(vault, id, sender)?.number;
  const meetingTitle = manifest.meeting === null ? '' : (comparer.nameOf(manifest.meeting) ?? '');
  const opened = momentsOf(vault, id).opened;
  const label = strictest(lines.map((line) => line.label));
  return {
    bundle: id,
    state,
    repeated: false,
    sender: from,
    addressees: addresseesOf(vault, manifest.addressees),
    purpose: manifest.purpose,
    ...(manifest.meeting === null ? {} : { meeting: RecordId.parse(manifest.meeting) }),
    ...(meetingTitle === '' ? {} : { meetingTitle }),
    created: manifest.created,
    ...(opened === undefined ? {} : { received: opened }),
    ...(number === undefined ? {} : { sequence: { number, ...summaryOf(findings) } }),
    ...(label === undefined ? {} : { label }),
    attachments: manifest.totals.attachments,
    counts,
    words: wordsIn(session, received),
    ...(manifest.notice === undefined ? {} : { notice: manifest.notice }),
    news: (manifest.news ?? []).map((said) => said[language]),
    unknownParents: unknownAncestorsIn(vault, id),
    directory: directoryBrought(vault, id, language),
    warnings: findings.map((finding) => findingWords(finding, from.organisationName, language)),
    lines,
    duplicates: broughtDuplicates(vault, compared),
  };
}

/**
 * One record of a received bundle: what it says here, what it would say, and what the sides disagree on; of an accepted
 * one, what accepting made of it. Throws `bundle.missing`, `record.missing` for a record that is not in the bundle.
 */
export function compareStaged(
  session: Session,
  bundle: string,
  record: RecordId,
  language: Language = 'en',
): z.infer<typeof StagedSchema> {
  const { vault } = session;
  readReceived(vault, bundle);
  const rowsOf = (id: string) => readStagedOf(vault, bundle, id);
  const lineOf = (revision: string) => readStagedLine(vault, bundle, revision);
  const { compare, nameOf } = recordComparer(vault, bundle, { rowsOf, lineOf }, language);
  if (rowsOf(record).length === 0) throw new AmberdeskError('record.missing', { record });
  const { line, before, after, written } = compare(record);
  const views = [before, after].filter((view) => view !== undefined);
  const linked = new Set(views.flatMap((view) => linksIn(kindOf(line.kind), view.body).map(({ target }) => target)));
  const titles = [...linked].flatMap((id) => {
    const title = findRecord(vault, id) === undefined ? nameOf(id) : undefined;
    return title === undefined ? [] : [[id, title] as const];
  });
  return {
    line,
    ...(before === undefined ? {} : { before: versionOf(before) }),
    ...(after === undefined ? {} : { after: versionOf(after) }),
    conflicts: conflictsInWords(
      vault,
      line.kind,
      after?.conflicts ?? [],
      { written: (version) => written?.(version), record: nameOf },
      language,
    ),
    titles: Object.fromEntries(titles),
  };
}

const versionOf = ({ body, handling, deleted }: MergedView) => ({ body, handling, deleted });

function senderOf(vault: Vault, { manifest, sender }: ReceivedBundle): Preview['sender'] {
  const known = findInstallation(vault, sender);
  const installation = InstallationId.parse(sender);
  return {
    installation,
    name: known?.name ?? manifest.sender.name,
    organisationName: known?.organisationName ?? manifest.sender.organisationName,
    role: known?.role ?? manifest.sender.role,
    trust: isOwn(vault, sender) ? 'own' : (known?.trust ?? 'unverified'),
    digits: fingerprintDigits(installation),
    ...(known?.verifiedBy === undefined ? {} : { verifiedBy: known.verifiedBy }),
    ...(known?.verifiedHow === undefined ? {} : { verifiedHow: known.verifiedHow }),
    ...(known?.verifiedAt === undefined ? {} : { verifiedAt: known.verifiedAt }),
  };
}

function strictest(labels: readonly Label[]): Label | undefined {
  return labels.length === 0 ? undefined : labels.reduce(stricterLabel);
}

function summaryOf(findings: readonly SequenceFinding[]): { missing: number; fork: boolean } {
  const missing = findings.reduce((sum, finding) => sum + (finding.is === 'gap' ? finding.missing : 0), 0);
  return { missing, fork: findings.some(({ is }) => is === 'fork') };
}

function findingWords(finding: SequenceFinding, sender: string, language: Language): string {
  const french = language === 'fr';
  if (finding.is === 'gap') {
    const { missing } = finding;
    if (french)
      return missing === 1 ? `Il manque un paquet de ${sender}.` : `Il manque ${missing} paquets de ${sender}.`;
    return missing === 1 ? `A bundle from ${sender} is missing.` : `${missing} bundles from ${sender} are missing.`;
  }
  return french
    ? `Deux paquets différents de ${sender} portent le numéro ${finding.number} ou ne se suivent pas : demandez à l’expéditeur.`
    : `Two different bundles from ${sender} claim number ${finding.number}, or do not follow one another: ask the sender.`;
}
