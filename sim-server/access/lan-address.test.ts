import type { NetworkInterfaceInfo } from "node:os";
import { expect, test } from "vitest";
import { lanAddresses } from "./lan-address.ts";

const card = (address: string, family: "IPv4" | "IPv6" = "IPv4", internal = false) =>
  ({ address, family, internal, mac: "", netmask: "", cidr: null }) as NetworkInterfaceInfo;

test("of a machine's addresses, those are told that a headset in the room can reach", () => {
  const interfaces = {
    lo: [card("127.0.0.1", "IPv4", true)],
    eth0: [card("192.168.1.20"), card("fe80::1", "IPv6")],
    wlan0: [card("10.0.0.7")],
    usb0: [card("169.254.3.4")],
    docker0: [card("172.17.0.1")],
  };
  expect(lanAddresses(interfaces)).toEqual(["192.168.1.20", "10.0.0.7"]);
});
