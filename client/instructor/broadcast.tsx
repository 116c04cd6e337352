// A word to every trainee of every run.
import { Form, Input, Modal, Select } from "antd";
import type { Channel, Text } from "../../sim-server/protocol/words.ts";
import { useLanguage, useWords } from "../words/language.ts";

const CHANNELS: readonly Channel[] = ["system", "radio", "phone", "written", "face", "media"];
type Fields = { channel: Channel; text: string; other?: string };
type BroadcastProps = { readonly onClose: () => void; readonly onSend: (channel: Channel, text: Text) => void };

export function Broadcast({ onClose, onSend }: BroadcastProps) {
  const t = useWords("class");
  const c = useWords("common");
  const language = useLanguage();
  const [form] = Form.useForm<Fields>();
  const send = ({ channel, text, other }: Fields) => {
    const own = text.trim();
    const translated = other?.trim() || own;
    onSend(channel, language === "zh" ? { zh: own, en: translated } : { zh: translated, en: own });
  };
  return (
    <Modal
      open
      title={t("broadcast")}
      okText={t("send")}
      cancelText={c("cancel")}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>{t("broadcastHint")}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ channel: "system" }}
        onFinish={send}
      >
        <Form.Item name="channel" label={t("channel")}>
          <Select options={CHANNELS.map((channel) => ({ value: channel, label: c(`channel.${channel}`) }))} />
        </Form.Item>
        <Form.Item name="text" label={t("text")} rules={[{ required: true, whitespace: true, message: t("text") }]}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
        <Form.Item name="other" label={t("other")}>
          <Input.TextArea rows={1} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
