package org.waxwing.crypto.gnupg;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// An S-expression, the form in which GnuPG keeps private keys. May hold secrets: `toString` is redacted.
sealed interface SExpression {
    /// A string of bytes.
    record Atom(Octets value) implements SExpression {
        @Override
        public String toString() {
            return "Atom[redacted]";
        }
    }

    /// A list, which by convention begins with its name.
    record Node(List<SExpression> elements) implements SExpression {
        public Node {
            elements = List.copyOf(elements);
        }

        /// The first element as text; empty when the list doesn't begin with an atom.
        String name() {
            return text(0).orElse("");
        }

        Optional<Octets> atom(int index) {
            return index < elements.size() && elements.get(index) instanceof Atom(Octets value)
                    ? Optional.of(value)
                    : Optional.empty();
        }

        Optional<String> text(int index) {
            return atom(index).map(Octets::latin1);
        }

        Optional<Node> node(int index) {
            return index < elements.size() && elements.get(index) instanceof Node node
                    ? Optional.of(node)
                    : Optional.empty();
        }

        /// The first list inside that has this name.
        Optional<Node> named(String wanted) {
            return elements.stream()
                    .filter(Node.class::isInstance)
                    .map(Node.class::cast)
                    .filter(node -> node.name().equals(wanted))
                    .findFirst();
        }

        /// The value of `(name value)` inside.
        Optional<Octets> value(String wanted) {
            return named(wanted).flatMap(node -> node.atom(1));
        }

        /// The same list without the lists of this name.
        Node without(String unwanted) {
            return new Node(elements.stream()
                    .filter(element ->
                            !(element instanceof Node node && node.name().equals(unwanted)))
                    .toList());
        }

        @Override
        public String toString() {
            return "Node[redacted]";
        }
    }

    /// The one canonical encoding: what is hashed and authenticated.
    default byte[] canonical() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out);
        return out.toByteArray();
    }

    private void write(ByteArrayOutputStream out) {
        switch (this) {
            case Atom(Octets value) -> {
                out.writeBytes((value.length() + ":").getBytes(StandardCharsets.US_ASCII));
                out.writeBytes(value.toByteArray());
            }
            case Node(List<SExpression> elements) -> {
                out.write('(');
                elements.forEach(element -> element.write(out));
                out.write(')');
            }
        }
    }
}
