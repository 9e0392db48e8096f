import { useLingui } from '@lingui/react/macro';
import type { LinePosition } from '../../domain/inquiries/kinds.ts';

/** What positions are called on these pages, as words that stand alone. */
export function useInquiryWords() {
  const { t } = useLingui();
  const positions: Readonly<Record<LinePosition, string>> = {
    agree: t`Agree`,
    agreeWithChanges: t`Agree with changes`,
    disagree: t`Disagree`,
    noView: t`No view`,
  };
  return { place: t`Ministries`, positions };
}
