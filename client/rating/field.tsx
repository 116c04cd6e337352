// A control with its label above it.
import { type ReactNode, useId } from "react";

export function Field({
  label,
  grow = false,
  children,
}: {
  label: string;
  grow?: boolean;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={grow ? "field grow" : "field"}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
