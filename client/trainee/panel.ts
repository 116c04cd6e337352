// A panel as data: the same pages are drawn as DOM at a desk and on a canvas in the headset.
export type Tone = "plain" | "act" | "safe" | "warn" | "danger" | "quiet";
export type PanelButton = {
  readonly kind: "button";
  readonly id: string;
  readonly text: string;
  readonly detail?: string;
  readonly tone?: Tone;
  readonly chosen?: boolean;
  readonly off?: boolean;
  readonly press: () => void;
};
export type Block =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "text"; readonly text: string; readonly tone?: Tone }
  | { readonly kind: "entry"; readonly head: string; readonly text: string; readonly tone?: Tone }
  | {
      readonly kind: "meter";
      readonly label: string;
      readonly value: string;
      readonly fraction: number;
      readonly tone: Tone;
    }
  | { readonly kind: "row"; readonly label?: string; readonly buttons: readonly PanelButton[] }
  | { readonly kind: "map" }
  | PanelButton;

export type Panel = { readonly tabs: readonly PanelButton[]; readonly blocks: readonly Block[] };
