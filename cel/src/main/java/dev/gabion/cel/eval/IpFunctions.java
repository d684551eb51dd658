package dev.gabion.cel.eval;

/** {@code ip}, {@code isIP} and {@code ip.isCanonical}; {@code ip} is also a member of blocks of addresses. */
final class IpFunctions implements Function {
    private final String name;

    IpFunctions(String name) {
        this.name = name;
    }

    @Override
    public Object call(Object[] args, Frame frame) {
        if (name.equals("ip") && args[0] instanceof CidrValue block) {
            return block.address();
        }
        if (args.length != 1 || !(args[0] instanceof String text)) {
            return CelError.noOverload(name, args);
        }
        Object address = parse(text);
        return switch (name) {
            case "ip" -> address;
            case "isIP" -> address instanceof IpValue;
            default -> address instanceof IpValue ip ? (Object) ip.text().equals(text) : address;
        };
    }

    /** An address or an error. */
    static Object parse(String text) {
        byte[] bytes = IpText.parse(text);
        if (bytes == null) {
            return CelError.other("IP Address \"" + text + "\" parse error during conversion from string");
        }
        return IpText.isMapped(bytes)
                ? CelError.other("IPv4-mapped IPv6 address \"" + text + "\" is not allowed")
                : new IpValue(bytes);
    }
}
