import type { z } from 'zod';
import type { Preview as PreviewSchema } from '../../contract/exchange/calls.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import type { Session } from '../session.ts';
import { findInstallation, isOwn } from './cards.ts';
import { judgeSequence, type SequenceFinding } from './places.ts';
import { readReceived, readStagedRows } from './receivedBundle.ts';
import { reconsiderQuarantine } from './reconsiderQuarantine.ts';
import { recordComparer } from './recordComparison.ts';

/** Who sent what, what is new, changed, in conflict, deleted or refused, and what to know before deciding. */
export type Preview = z.infer<typeof PreviewSchema>;

/**
 * The preview of a received bundle as things stand now. Revisions that were put aside because their author was not
 * known are judged again. Throws `bundle.missing`.
 */
export async function previewBundle(session: Session, id: string, language: Language = 'en'): Promise<Preview> {
  const { vault } = session;
  const received = readReceived(vault, id);
  await reconsiderQuarantine(session, received);
  const comparer = recordComparer(vault, readStagedRows(vault, id), language);
  const lines = comparer.records.map(comparer.compare);
  const counts = { new: 0, changed: 0, conflict: 0, deleted: 0, known: 0, refused: 0, unknownKind: 0 };
  for (const line of lines) counts[line.change] += 1;
  const { manifest, state, sender } = received;
  const known = findInstallation(vault, sender);
  const organisationName = known?.organisationName ?? manifest.sender.organisationName;
  return {
    bundle: id,
    state,
    repeated: false,
    sender: {
      installation: InstallationId.parse(sender),
      name: known?.name ?? manifest.sender.name,
      organisationName,
      trust: isOwn(vault, sender) ? 'own' : (known?.trust ?? 'unverified'),
    },
    purpose: manifest.purpose,
    ...(manifest.meeting === null ? {} : { meeting: RecordId.parse(manifest.meeting) }),
    created: manifest.created,
    counts,
    warnings: judgeSequence(vault, sender, id).map((finding) => findingWords(finding, organisationName, language)),
    lines,
  };
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
