// The keys of the console on one card.
import { Modal } from "antd";
import { useWords } from "../words/language.ts";

export function HelpCard({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords("console");
  const keys = [
    [t("keys.space"), t("helpText.space")],
    ["F", t("helpText.f")],
    ["N", t("helpText.n")],
    ["?", t("helpText.help")],
  ];
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t("help")} width={440}>
      <dl className="help-keys">
        {keys.map(([key, says]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p>{t("helpText.map")}</p>
    </Modal>
  );
}
