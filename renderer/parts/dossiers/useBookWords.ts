import { useLingui } from '@lingui/react/macro';
import type { NotReady } from '../../../domain/dossiers/readiness.ts';

/** What is said of books and their papers, in words. */
export function useBookWords() {
  const { t } = useLingui();
  const notReady: Readonly<Record<NotReady, string>> = {
    missing: t`not here`,
    deleted: t`deleted`,
    withdrawn: t`withdrawn`,
    conflict: t`in conflict`,
    closed: t`may not go to the invited bodies`,
    late: t`late`,
    notCleared: t`not cleared`,
    notIssued: t`cleared, not issued`,
  };
  const changes = {
    added: t`added since`,
    changed: t`changed since`,
    moved: t`moved since`,
    same: '',
  } as const;
  return { notReady, changes, books: { closed: t`Closed sessions`, open: t`Open session` } as const };
}
