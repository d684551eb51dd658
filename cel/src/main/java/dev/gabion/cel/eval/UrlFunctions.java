package dev.gabion.cel.eval;

/** {@code url} and {@code isURL}. */
final class UrlFunctions implements Function {
    private final String name;

    UrlFunctions(String name) {
        this.name = name;
    }

    @Override
    public Object call(Object[] args, Frame frame) {
        if (!(args[0] instanceof String text)) {
            return CelError.noOverload(name, args);
        }
        Object url = UrlText.request(text);
        if (name.equals("isURL")) {
            return url instanceof UrlValue;
        }
        return url instanceof UrlValue ? url : CelError.other("URL parse error during conversion from string: " + url);
    }
}
