import type { Notice } from '../../../domain/exchange/manifest.ts';

export const NOTICE_LABELS = ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] as const;

/** What a notice says, as it is typed. */
export interface NoticeDraft {
  readonly label: (typeof NOTICE_LABELS)[number];
  readonly says: string;
  readonly asks: string;
  readonly hasEnd: boolean;
  readonly date: string | undefined;
  readonly time: string | undefined;
  readonly zone: string;
  /** Somebody wrote in it: nothing is proposed any more. */
  readonly touched: boolean;
}

/** Nothing yet; its end, if it gets one, is tomorrow at noon. */
export function emptyNotice(): NoticeDraft {
  const zone = Temporal.Now.timeZoneId();
  const date = Temporal.Now.plainDateISO().add({ days: 1 }).toString();
  return { label: 'TLP:AMBER', says: '', asks: '', hasEnd: false, date, time: '12:00', zone, touched: false };
}

/** The words that are sealed; undefined while they are not whole. */
export function noticeOf({ label, says, asks, hasEnd, date, time, zone }: NoticeDraft): Notice | undefined {
  if (says.trim() === '') return undefined;
  const words = { label, says: says.trim(), asks: asks.trim() };
  if (!hasEnd) return words;
  if (date === undefined || time === undefined) return undefined;
  try {
    const at = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone);
    return { ...words, until: at.toInstant().toString({ smallestUnit: 'minute' }), zone };
  } catch {
    return undefined;
  }
}
