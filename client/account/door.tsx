// The card both account pages stand on: mark, title, hint, form.
import type { ReactNode } from "react";
import { Kit } from "../look/kit.tsx";
import { Mark } from "../look/mark.tsx";
import { LanguageSwitch } from "../words/language-switch.tsx";
import "../look/kit.css";

export function Door({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <Kit ground="paper">
      <main className="door">
        <div className="door-card">
          <div className="door-top">
            <Mark size={36} />
            <LanguageSwitch />
          </div>
          <h1>{title}</h1>
          <p>{hint}</p>
          {children}
        </div>
      </main>
    </Kit>
  );
}
