// A unit's overview: pass rates, where people fail, what is to be expected.
import { Frame, useAnswer, useUnit, Waiting } from "./frame.tsx";
import { GroupView } from "./group-view.tsx";
import { portraitApi } from "./portrait-api.ts";

export default function UnitPage() {
  return (
    <Frame here="unit">
      <Unit />
    </Frame>
  );
}

function Unit() {
  const { unit, choice } = useUnit();
  const { answer, problem } = useAnswer(() => portraitApi.unit(unit), unit);
  return (
    <>
      {choice && <div className="portrait-filters">{choice}</div>}
      {answer ? <GroupView group={answer} /> : <Waiting problem={problem} />}
    </>
  );
}
