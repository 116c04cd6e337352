// Fingers on glass: a stick to walk for the left thumb, one button for the right that says what it would do.
import { useEffect, useRef, useState } from "react";
import { useLanguage } from "../words/language.ts";
import type { TraineeRun } from "./trainee-run.ts";
import { read, word } from "./words.ts";
import "./touch.css";

const COARSE = "(pointer: coarse)";

/** Whether the person's main pointer is a finger; follows a tablet that is docked or undocked. */
export function useTouch(): boolean {
  const [touch, setTouch] = useState(() => globalThis.matchMedia(COARSE).matches);
  useEffect(() => {
    const query = globalThis.matchMedia(COARSE);
    const change = () => setTouch(query.matches);
    query.addEventListener("change", change);
    return () => query.removeEventListener("change", change);
  }, []);
  return touch;
}

export function TouchControls({ trainee }: { trainee: TraineeRun }) {
  useLanguage();
  const aim = trainee.play((play) => play.aim);
  const working = trainee.run((run) => run.self?.working ?? null);
  const use = () => {
    if (working) trainee.letGo();
    else if (aim) trainee.reachFor(aim.target);
  };
  const able = working !== null || (aim !== null && aim.actions.length > 0);
  return (
    <>
      <Stick trainee={trainee} />
      <i className="crosshair" />
      <button
        type="button"
        className={working === null && aim && !aim.near ? "touch-use far" : "touch-use"}
        data-id="touch-use"
        disabled={!able}
        onClick={use}
      >
        {working ? (
          <b>{word("touch.letGo")}</b>
        ) : aim && able ? (
          <>
            <small>{read(aim.target.title)}</small>
            <b>{aim.near ? aim.actions.map((action) => word(`act.${action}`)).join(" / ") : word("hud.tooFar")}</b>
          </>
        ) : (
          <small>{word("touch.look")}</small>
        )}
      </button>
    </>
  );
}

/** How far the knob goes from the middle, CSS pixels. */
const THROW_PX = 44;

function Stick({ trainee }: { trainee: TraineeRun }) {
  const knob = useRef<HTMLElement>(null);
  const { body } = trainee;
  const push = (aside: number, ahead: number) => {
    body.driveAside = aside;
    body.driveAhead = ahead;
    if (knob.current) knob.current.style.transform = `translate(${aside * THROW_PX}px, ${-ahead * THROW_PX}px)`;
  };
  useEffect(
    () => () => {
      body.driveAside = 0;
      body.driveAhead = 0;
    },
    [body],
  );
  const follow = (event: React.PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.getBoundingClientRect();
    const east = (event.clientX - box.left - box.width / 2) / THROW_PX;
    const south = (event.clientY - box.top - box.height / 2) / THROW_PX;
    const far = Math.max(1, Math.sqrt(east * east + south * south));
    push(east / far, -south / far);
  };
  return (
    <div
      className="touch-stick"
      data-id="touch-stick"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={follow}
      onPointerUp={() => push(0, 0)}
      onPointerCancel={() => push(0, 0)}
    >
      <i ref={knob} />
    </div>
  );
}
