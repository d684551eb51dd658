package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/** The value of {@code authorizer}, the checks built from it, and their decisions. None equals any other. */
final class AuthorizerValue implements LibraryValue {
    private static final String PACKAGE = "kubernetes.authorization.";

    private final Authorizer authorizer;
    private final @Nullable String user;

    private AuthorizerValue(Authorizer authorizer, @Nullable String user) {
        this.authorizer = authorizer;
        this.user = user;
    }

    static AuthorizerValue of(Authorizer authorizer) {
        return new AuthorizerValue(authorizer, null);
    }

    ResourceCheck check(Authorizer.Resource resource) {
        return new ResourceCheck(this, resource);
    }

    @Override
    public String typeName() {
        return PACKAGE + "Authorizer";
    }

    @Override
    public Object equalTo(Object other) {
        return CelError.noOverload();
    }

    @Override
    public @Nullable Object call(String function, Object[] args, Frame frame) {
        if (function.equals("serviceAccount")) {
            return args.length == 3 && args[1] instanceof String namespace && args[2] instanceof String name
                    ? serviceAccount(namespace, name)
                    : null;
        }
        if (args.length != 2 || !(args[1] instanceof String text)) {
            return null;
        }
        return switch (function) {
            case "path" -> text.isBlank() ? CelError.other("path must not be empty") : new PathCheck(this, text);
            case "group" -> new GroupCheck(this, text);
            default -> null;
        };
    }

    private Object serviceAccount(String namespace, String name) {
        if (!DnsNames.subdomainFaults(name).isEmpty()) {
            return CelError.other("Invalid service account name");
        }
        if (!DnsNames.labelFaults(namespace).isEmpty()) {
            return CelError.other("Invalid service account namespace");
        }
        return new AuthorizerValue(authorizer, "system:serviceaccount:" + namespace + ":" + name);
    }

    private DecisionValue decide(String verb, @Nullable String path, Authorizer.@Nullable Resource resource) {
        return new DecisionValue(authorizer.decide(new Authorizer.Query(user, verb, path, resource)));
    }

    /** {@code authorizer.path(p)}. */
    private record PathCheck(AuthorizerValue authorizer, String path) implements LibraryValue {
        @Override
        public String typeName() {
            return PACKAGE + "PathCheck";
        }

        @Override
        public Object equalTo(Object other) {
            return CelError.noOverload();
        }

        @Override
        public @Nullable Object call(String function, Object[] args, Frame frame) {
            return function.equals("check") && args.length == 2 && args[1] instanceof String verb
                    ? authorizer.decide(verb, path, null)
                    : null;
        }
    }

    /** {@code authorizer.group(g)}. */
    private record GroupCheck(AuthorizerValue authorizer, String group) implements LibraryValue {
        @Override
        public String typeName() {
            return PACKAGE + "GroupCheck";
        }

        @Override
        public Object equalTo(Object other) {
            return CelError.noOverload();
        }

        @Override
        public @Nullable Object call(String function, Object[] args, Frame frame) {
            if (!function.equals("resource") || args.length != 2 || !(args[1] instanceof String resource)) {
                return null;
            }
            return resource.isBlank()
                    ? CelError.other("resource must not be empty")
                    : authorizer.check(new Authorizer.Resource(group, resource));
        }
    }

    /** {@code authorizer.group(g).resource(r)}, narrowed step by step. */
    record ResourceCheck(AuthorizerValue authorizer, Authorizer.Resource resource) implements LibraryValue {
        @Override
        public String typeName() {
            return PACKAGE + "ResourceCheck";
        }

        @Override
        public Object equalTo(Object other) {
            return CelError.noOverload();
        }

        @Override
        public @Nullable Object call(String function, Object[] args, Frame frame) {
            if (args.length != 2 || !(args[1] instanceof String text)) {
                return null;
            }
            if (function.equals("check")) {
                return authorizer.decide(text, null, resource);
            }
            Authorizer.Resource narrowed = narrowed(function, text);
            return narrowed == null ? null : authorizer.check(narrowed);
        }

        private Authorizer.@Nullable Resource narrowed(String function, String text) {
            Authorizer.Resource r = resource;
            return switch (function) {
                case "subresource" -> with(text, r.namespace(), r.name(), r.fieldSelector(), r.labelSelector());
                case "namespace" -> with(r.subresource(), text, r.name(), r.fieldSelector(), r.labelSelector());
                case "name" -> with(r.subresource(), r.namespace(), text, r.fieldSelector(), r.labelSelector());
                case "fieldSelector" -> with(r.subresource(), r.namespace(), r.name(), text, r.labelSelector());
                case "labelSelector" -> with(r.subresource(), r.namespace(), r.name(), r.fieldSelector(), text);
                default -> null;
            };
        }

        private Authorizer.Resource with(
                String subresource, String namespace, String name, String fieldSelector, String labelSelector) {
            return new Authorizer.Resource(
                    resource.group(), resource.resource(), subresource, namespace, name, fieldSelector, labelSelector);
        }
    }

    /** What {@code check(verb)} gives. */
    private record DecisionValue(Authorizer.Decision decision) implements LibraryValue {
        @Override
        public String typeName() {
            return PACKAGE + "Decision";
        }

        @Override
        public Object equalTo(Object other) {
            return CelError.noOverload();
        }

        @Override
        public @Nullable Object call(String function, Object[] args, Frame frame) {
            String error = decision.error();
            return args.length != 1
                    ? null
                    : switch (function) {
                        case "allowed" -> decision.effect() == Authorizer.Effect.ALLOW;
                        case "reason" -> decision.reason();
                        case "errored" -> error != null;
                        case "error" -> error == null ? "" : error;
                        default -> null;
                    };
        }
    }
}
