import { useLingui } from '@lingui/react/macro';
import { type Entry, entriesOf, type Item, type Plan, type Session } from './planTypes.ts';
import type { Wish } from './wishes.ts';

/** What sessions, items and what is done to them are called in the middle of a sentence. */
export function usePlanWords() {
  const { t } = useLingui();
  const itemName = ({ number, title }: Item): string => (number === undefined ? t`“${title}”` : t`item ${number}`);
  const sessionName = ({ access, day, starts }: Session): string =>
    access === 'open' ? t`the open session of day ${day}` : t`the closed session of day ${day} at ${starts}`;
  const nameOf = (entry: Entry): string => (entry.of === 'session' ? sessionName(entry.session) : itemName(entry.item));
  const nameIn = (plan: Plan, id: string): string => {
    const entry = entriesOf(plan).find((one) => one.id === id);
    return entry === undefined ? '' : nameOf(entry);
  };
  const moved = (plan: Plan, item: string, to: string | null): string => {
    const name = nameIn(plan, item);
    const from = entriesOf(plan).find((one) => one.id === item);
    const target = plan.sessions.find(({ session }) => session === to);
    if (target === undefined) return t`moved ${name} to the tray`;
    if (from?.of !== 'item' || from.session.day !== target.day) return t`moved ${name} to day ${target.day}`;
    return from.session === target ? t`moved ${name}` : t`moved ${name} to ${sessionName(target)}`;
  };
  /** What was done, for the undo: `moved item 6 to day 2`. `plan` is that before. */
  const doneWords = (plan: Plan, wish: Wish): string => {
    switch (wish.does) {
      case 'move':
        return moved(plan, wish.item, wish.to);
      case 'lengthen':
        return t`set ${nameIn(plan, wish.item)} to ${wish.minutes} minutes`;
      case 'addItem':
        return t`added “${wish.title}”`;
      case 'split':
        return t`split ${nameIn(plan, wish.item)} in two`;
      case 'join':
        return t`joined ${nameIn(plan, wish.item)} with the next`;
      case 'remove':
        return t`deleted ${nameIn(plan, wish.item)}`;
      case 'addSession':
        return t`added a session to day ${wish.day}`;
      case 'moveSession':
        return t`moved ${nameIn(plan, wish.session)}`;
      case 'endLater':
        return t`let ${nameIn(plan, wish.session)} end later`;
      case 'buffer':
        return wish.minutes === 0
          ? t`took the minutes between the items of ${nameIn(plan, wish.session)} away`
          : t`put ${wish.minutes} minutes between the items of ${nameIn(plan, wish.session)}`;
      case 'removeSession':
        return t`deleted ${nameIn(plan, wish.session)}`;
      case 'number':
        return t`numbered the items`;
      case 'dates':
        return t`changed the dates`;
      case 'overrule':
        return wish.reason === null ? t`let a rule of the meeting hold again` : t`overruled a rule of the meeting`;
      case 'begin':
        return t`begun: ${nameIn(plan, wish.item)}`;
      case 'end':
        return t`ended: ${nameIn(plan, wish.item)}`;
      case 'outcome':
        return t`said what became of ${nameIn(plan, wish.item)}`;
      case 'steps':
        return '';
    }
  };
  return { itemName, sessionName, nameOf, doneWords };
}
