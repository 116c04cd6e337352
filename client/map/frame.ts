// Reads a mirror source into React a few times a second, whatever its own pace.
import { useEffect, useState } from "react";
import type { MirrorFrame } from "../../sim-server/protocol/frames.ts";
import type { MirrorSource } from "../session/mirror.ts";

/** Redraws at most `hertz` times a second; the last change is never left out. */
export function useFrame(source: MirrorSource, hertz: number): MirrorFrame | null {
  const [frame, setFrame] = useState<MirrorFrame | null>(() => source.getFrame());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shownAtMs = 0;
    const show = () => {
      timer = undefined;
      shownAtMs = Date.now();
      setFrame(source.getFrame());
    };
    const changed = () => {
      if (timer === undefined) timer = setTimeout(show, Math.max(0, shownAtMs + 1000 / hertz - Date.now()));
    };
    show();
    const stop = source.subscribe(changed);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [source, hertz]);
  return frame;
}
