/** The time a study wants every voter to read before voting. */
import { useEffect, useState } from "preact/hooks";
import { announce } from "../ui/announce";
import { say } from "./words";

/** Whole seconds until a vote on a battle is possible, counted from when it was shown (null: it is not). */
export function useReadingTime(battle: string | null, milliseconds: number): number {
  const [left, setLeft] = useState<{ battle: string | null; seconds: number }>({ battle: null, seconds: 0 });
  const all = Math.ceil(milliseconds / 1000);
  useEffect(() => {
    if (battle === null || milliseconds <= 0) {
      return;
    }
    const end = performance.now() + milliseconds;
    const update = () => {
      const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setLeft({ battle, seconds });
      if (seconds === 0) {
        window.clearInterval(timer);
        announce(say("wait_over"));
      }
    };
    const timer = window.setInterval(update, 250);
    setLeft({ battle, seconds: all });
    announce(say("wait", { count: all }));
    return () => window.clearInterval(timer);
  }, [battle, milliseconds]);
  return left.battle === battle ? left.seconds : battle === null || milliseconds <= 0 ? 0 : all;
}
