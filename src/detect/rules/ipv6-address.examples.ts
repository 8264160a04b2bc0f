import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "portal login from 2001:db8::8a2e:370:7334", value: "2001:db8::8a2e:370:7334" },
    { text: "2001:0db8:0000:0000:0000:8a2e:0370:7334.", value: "2001:0db8:0000:0000:0000:8a2e:0370:7334" },
    { text: "my ip: 684D:1111:222:3333:4444:5555:6:77", value: "684D:1111:222:3333:4444:5555:6:77" },
    { text: "from A099::09C0:876A:130B", value: "A099::09C0:876A:130B" },
    { text: "64:ff9b::192.0.2.33", value: "64:ff9b::192.0.2.33" },
    { text: "0:0:0:0:0:FFFF:192.0.2.34", value: "0:0:0:0:0:FFFF:192.0.2.34" },
    { text: "::ffff:c000:0223", value: "::ffff:c000:0223" },
    { text: "::ffff:192.0.2.35", value: "::ffff:192.0.2.35" },
    { text: "from ABCD:EF01:2345:6789:ABCD:EF01:2345:6789: refused", value: "ABCD:EF01:2345:6789:ABCD:EF01:2345:6789" },
    { text: "[2001:db8::1]:8080", value: "2001:db8::1" },
    { text: "the ip is 1::2", value: "1::2" },
  ],
  misses: [
    { text: "::1 and ::ffff:10.0.0.1", why: "loopback, and a private address" },
    { text: "2001:db8::85a3::1", why: "shortened twice" },
    { text: "laps 10:20:30:40:50:60:70:80:90", why: "nine groups" },
    { text: "fd00::1:2:3:4", why: "unique local addresses lead to no one" },
    { text: "a::b:c in Haskell", why: "three groups" },
    { text: "at 10:30::11:15", why: "a time" },
    { text: "at 2001:30 it rained", why: "two groups" },
    { text: "std::vector and 2024::", why: "no group of hexadecimal digits" },
  ],
};
