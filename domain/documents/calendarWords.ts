import type { PrintLanguage } from './printRequest.ts';

interface CalendarWords {
  readonly session: (access: 'closed' | 'open') => string;
  readonly item: (title: string) => string;
  readonly leads: string;
  readonly speaks: string;
  readonly invited: string;
  readonly byLink: string;
  readonly hours: (span: string, zone: string) => string;
  readonly handling: (label: string) => string;
}

const WORDS: Readonly<Record<PrintLanguage, CalendarWords>> = {
  en: {
    session: (access) => (access === 'open' ? 'open session' : 'closed session'),
    item: (title) => `item ${title}`,
    leads: 'Leads this item.',
    speaks: 'Speaks by video link.',
    invited: 'Is invited to this item.',
    byLink: 'By video link.',
    hours: (span, zone) => `${span}, clock of ${zone}`,
    handling: (label) => `Handling: ${label}`,
  },
  fr: {
    session: (access) => (access === 'open' ? 'séance ouverte' : 'séance à huis clos'),
    item: (title) => `point ${title}`,
    leads: 'Présente ce point.',
    speaks: 'Intervient en visioconférence.',
    invited: 'Est invité à ce point.',
    byLink: 'En visioconférence.',
    hours: (span, zone) => `${span}, heure de ${zone}`,
    handling: (label) => `Diffusion\u00a0: ${label}`,
  },
};

/** The fixed words of a calendar file. */
export function calendarWords(language: PrintLanguage): CalendarWords {
  return WORDS[language];
}

/** The names and fixed values of a calendar's lines. */
export const CALENDAR_SYNTAX =
  'BEGIN END VCALENDAR VEVENT VERSION PRODID CALSCALE GREGORIAN METHOD PUBLISH UID DTSTAMP DTSTART DTEND SUMMARY LOCATION DESCRIPTION CLASS CONFIDENTIAL PRIVATE PUBLIC TRANSP OPAQUE Amberdesk EN FR amberdesk invalid';
