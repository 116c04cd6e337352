// Several runs of one scenario opened at once, each with its own code and chance.
import { Alert, Form, InputNumber, Modal, Select } from "antd";
import { useEffect, useState } from "react";
import type { ScenarioCard } from "../../sim-server/protocol/api.ts";
import { api } from "../session/api.ts";
import { useErrorWords } from "../words/common.ts";
import { useText, useWords } from "../words/language.ts";

const MOST = 30;
type Fields = { scenario: string; howMany: number };

export function OpenRuns({ onClose }: { onClose: () => void }) {
  const t = useWords("class");
  const c = useWords("common");
  const text = useText();
  const errorWords = useErrorWords();
  const [form] = Form.useForm<Fields>();
  const [cards, setCards] = useState<readonly ScenarioCard[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    void api.scenarios().then((reply) => {
      if (!reply.ok) return setProblem(errorWords(reply.code));
      setCards(reply.value);
      if (reply.value[0]) form.setFieldValue("scenario", reply.value[0].id);
    });
  }, [form, errorWords]);

  const open = async ({ scenario, howMany }: Fields) => {
    setBusy(true);
    for (let opened = 0; opened < howMany; opened += 1) {
      const reply = await api.createRun({ scenario });
      if (reply.ok) continue;
      setBusy(false);
      return setProblem(errorWords(reply.code));
    }
    onClose();
  };
  return (
    <Modal
      open
      title={t("addTitle")}
      okText={t("add")}
      cancelText={c("cancel")}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      {problem && <Alert type="error" showIcon title={problem} style={{ marginBottom: 12 }} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ howMany: 3 }}
        onFinish={(fields) => void open(fields)}
      >
        <Form.Item name="scenario" label={t("scenario")} rules={[{ required: true, message: t("scenario") }]}>
          <Select options={cards.map((card) => ({ value: card.id, label: text(card.title) }))} />
        </Form.Item>
        <Form.Item name="howMany" label={t("howMany")} rules={[{ required: true, message: t("howMany") }]}>
          <InputNumber min={1} max={MOST} precision={0} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
