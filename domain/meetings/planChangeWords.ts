import { weekdayInWords } from '../documents/dates.ts';
import { clockOf } from './timing.ts';
import type { PlanChange, Slot } from './told.ts';

type Language = 'en' | 'fr';

const WORDS = {
  en: {
    on: (day: string, from: string, to: string) => `${day}, ${from}–${to}`,
    days: (is: string, was: string) => `The meeting is held on ${is}, before on ${was}.`,
    span: (first: string, last: string) => `${first} to ${last}`,
    place: (is: string) => `The meeting is held elsewhere: ${is}.`,
    noPlace: 'Where the meeting is held is open again.',
    moved: (name: string, is: string, was: string) => `${name}: now ${is}, before ${was}.`,
    added: (name: string, is: string) => `${name}: new, ${is}.`,
    gone: (name: string, was: string) => `${name}: no longer on the agenda, before ${was}.`,
    room: (name: string, room: string) => `${name}: now in the room ${room}.`,
    noRoom: (name: string) => `${name}: now in the room of the meeting.`,
    speakers: (name: string) => `${name}: others speak by link than before.`,
    leads: (name: string) => `${name}: another leads than before.`,
    session: { open: 'The open session', closed: 'A closed session' },
    item: (number: string, title: string) => (number === '' ? `“${title}”` : `Item ${number}, “${title}”`),
    someItem: 'An item of which you were told',
  },
  fr: {
    on: (day: string, from: string, to: string) => `${day}, ${from}–${to}`,
    days: (is: string, was: string) => `La réunion se tient : ${is} ; auparavant : ${was}.`,
    span: (first: string, last: string) => `${first} au ${last}`,
    place: (is: string) => `La réunion se tient ailleurs : ${is}.`,
    noPlace: 'Le lieu de la réunion est de nouveau à fixer.',
    moved: (name: string, is: string, was: string) => `${name} : désormais ${is} ; auparavant ${was}.`,
    added: (name: string, is: string) => `${name} : nouveau, ${is}.`,
    gone: (name: string, was: string) => `${name} : n’est plus à l’ordre du jour ; auparavant ${was}.`,
    room: (name: string, room: string) => `${name} : désormais dans la salle ${room}.`,
    noRoom: (name: string) => `${name} : désormais dans la salle de la réunion.`,
    speakers: (name: string) => `${name} : d’autres personnes interviennent par liaison vidéo.`,
    leads: (name: string) => `${name} : la conduite du point a changé.`,
    session: { open: 'La séance ouverte', closed: 'Une séance à huis clos' },
    item: (number: string, title: string) => (number === '' ? `« ${title} »` : `Point ${number}, « ${title} »`),
    someItem: 'Un point qui vous avait été annoncé',
  },
} as const;

/** The words of such sentences, whatever they are about. */
export const planWords = (language: Language): unknown => WORDS[language];

/** How a record of the plan is called for who reads of it; undefined where it may not be named. */
export type NameInPlan = (record: string) => { readonly number: string; readonly title: string } | undefined;

/** A change of a plan in sentences: what is new, and what was told before. */
export function planChangeWords(change: PlanChange, nameOf: NameInPlan, language: Language): string[] {
  const words = WORDS[language];
  const spaced = (sentence: string) =>
    language === 'fr' ? sentence.replace(/ (?=[;:!?»])|(?<=«) /gu, '\u00a0') : sentence;
  if (change.of === 'days') {
    const [is, was] = [change.is, change.was].map((days) => spanInWords(days, language));
    return [spaced(words.days(is ?? '', was ?? ''))];
  }
  if (change.of === 'place') return [spaced(change.is === '' ? words.noPlace : words.place(change.is))];
  const at = (slot: Slot) => words.on(weekdayIn(slot.date, language), clockOf(slot.starts), clockOf(slot.ends));
  const { was, is } = change;
  const name = nameIn(change, nameOf, language);
  if (is === undefined) return was === undefined ? [] : [spaced(words.gone(name, at(was)))];
  if (was === undefined) return [spaced(words.added(name, at(is)))];
  const said: string[] = [];
  const hours = ({ starts, ends }: Slot) => `${clockOf(starts)}–${clockOf(ends)}`;
  const before = is.date === was.date ? hours(was) : at(was);
  if (at(is) !== at(was)) said.push(words.moved(name, at(is), before));
  if (is.room !== was.room) said.push(is.room === '' ? words.noRoom(name) : words.room(name, is.room));
  if (change.of === 'item' && change.speakers) said.push(words.speakers(name));
  if (change.of === 'item' && change.leads) said.push(words.leads(name));
  return said.map(spaced);
}

function nameIn(change: PlanChange, nameOf: NameInPlan, language: Language): string {
  const words = WORDS[language];
  if (change.of === 'session') return words.session[change.open ? 'open' : 'closed'];
  const named = nameOf(change.record);
  return named === undefined ? words.someItem : words.item(named.number, named.title);
}

function spanInWords([first = '', last = first]: readonly string[], language: Language): string {
  const day = (date: string) => `${weekdayIn(date, language)} ${date.slice(0, 4)}`;
  if (first === last || last === '') return day(first);
  return WORDS[language].span(weekdayIn(first, language), day(last));
}

/** A weekday and date within a sentence. */
function weekdayIn(date: string, language: Language): string {
  const words = weekdayInWords(date, language);
  return language === 'fr' ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
