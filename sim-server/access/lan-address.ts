// The addresses under which other machines on the local network reach this one.
import { type NetworkInterfaceInfo, networkInterfaces } from "node:os";

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

// Bridges that containers and virtual machines hang on: nobody in the classroom comes in there.
const BRIDGE = /^(docker|br-|veth|virbr|vmnet|cni|flannel)/;

/** IPv4 only: that is what a headset's browser can be told to type. */
export function lanAddresses(interfaces: Interfaces = networkInterfaces()): string[] {
  return Object.entries(interfaces)
    .filter(([name]) => !BRIDGE.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter((address) => address.family === "IPv4" && !address.internal && !address.address.startsWith("169.254."))
    .map((address) => address.address);
}
