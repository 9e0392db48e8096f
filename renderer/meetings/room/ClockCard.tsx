import { useLingui } from '@lingui/react/macro';
import classes from './room.module.css';
import type { RoomLine } from './roomState.ts';
import type { Room } from './useRoom.ts';
import { useRoomWords } from './useRoomWords.ts';

/** What the clock says: what is under way and what it has left, what comes next, how far behind, what must be given back. */
export function ClockCard({ room }: { readonly room: Room }) {
  const { t } = useLingui();
  const { clock, now, lines, zone } = room;
  const words = useRoomWords(zone);
  const lineOf = (item: string | undefined): RoomLine | undefined =>
    lines.find((line) => line.item?.item === item && item !== undefined);
  const [underWay, next] = [lineOf(clock.underWay?.item), lineOf(clock.next?.item)];
  const left = clock.underWay?.left ?? 0;
  const pace = words.pace(clock.behind);
  return (
    <section className={classes.clockCard} aria-label={t`Clock`}>
      <p className={classes.time}>
        <span className={classes.big}>{words.clock(now)}</span>
        <span>{zone}</span>
      </p>
      {underWay === undefined || clock.underWay === undefined ? (
        <p className={classes.underWay}>{t`Nothing is under way.`}</p>
      ) : (
        <>
          <p className={classes.underWay}>
            <b>{underWay.item?.number}</b> {words.titleOf(underWay)}
          </p>
          <dl className={classes.counts}>
            <div data-over={left < 0 || undefined}>
              <dt>{left < 0 ? t`Over its time` : t`Left`}</dt>
              <dd>{words.counted(Math.abs(left))}</dd>
            </div>
            <div>
              <dt>{t`Elapsed`}</dt>
              <dd>{words.counted(clock.underWay.elapsed)}</dd>
            </div>
          </dl>
        </>
      )}
      <dl className={classes.facts}>
        <div>
          <dt>{t`Next`}</dt>
          <dd>
            {next === undefined || clock.next === undefined
              ? t`Nothing more today`
              : `${words.clock(clock.next.starts)} ${next.item?.number ?? ''} ${words.titleOf(next)}`}
          </dd>
        </div>
        {pace !== '' && (
          <div data-late={(clock.behind ?? 0) >= 60 || undefined}>
            <dt>{t`Plan`}</dt>
            <dd>{pace}</dd>
          </div>
        )}
        {(clock.underWay !== undefined || clock.next !== undefined) && (
          <div data-late={clock.giveBack >= 60 || undefined}>
            <dt>{t`Session`}</dt>
            <dd>{words.giveBack(clock.giveBack, clock.sessionEnds)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
