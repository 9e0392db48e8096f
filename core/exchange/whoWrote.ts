import type { Language } from '../../domain/records/fieldNames.ts';
import { DRAFT } from '../../domain/records/history.ts';
import type { Vault } from '../vault/vault.ts';
import { findInstallation, isOwn } from './cards.ts';

const WORDS = {
  you: { en: 'you (not shared yet)', fr: 'vous (pas encore partagé)' },
  unknown: { en: 'somebody not known here', fr: 'une personne inconnue ici' },
} as const;

/** Names who wrote a version: the organisation of its author's installation. `authorOf` knows the revisions. */
export function whoWrote(
  vault: Vault,
  authorOf: (version: string) => string | undefined,
  language: Language,
): (version: string) => string {
  return (version) => {
    if (version === DRAFT) return WORDS.you[language];
    const author = authorOf(version);
    if (author === undefined) return WORDS.unknown[language];
    if (isOwn(vault, author)) return vault.installation.organisationName;
    return findInstallation(vault, author)?.organisationName ?? WORDS.unknown[language];
  };
}
