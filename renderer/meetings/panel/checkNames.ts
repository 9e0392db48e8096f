import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';

const NAMES: Readonly<Record<string, MessageDescriptor>> = {
  fewerThanTwoDays: msg`Fewer than two days`,
  noOpenMorning: msg`No open session on the second morning`,
  noBriefing: msg`No briefing by the Board in the open morning`,
  noInputs: msg`No inputs in the open morning`,
  overTime: msg`Over time`,
  sessionsOverlap: msg`Sessions overlap`,
  twoPlaces: msg`Person in two places`,
  clockChange: msg`The clocks change`,
  partyGone: msg`Somebody deleted on an item`,
  closedPaper: msg`Closed paper on an open item`,
  closedMark: msg`Closed mark in the open session`,
  nightLink: msg`Video link at night for the speaker`,
  paperLate: msg`Paper late`,
  briefTooLong: msg`Brief too long`,
  lineMissing: msg`Agreed public line left out`,
  lineOutdated: msg`Public line that does not hold`,
  numberTwice: msg`Number used twice`,
};

/** What a check is called; one from a newer version is a remark. */
export function useCheckNames(): (code: string) => string {
  const { i18n } = useLingui();
  return (code) => i18n._(NAMES[code] ?? msg`Remark`);
}
