package prakat.screening.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Changes many nodes of one parent at once. One after the other, each would count all its siblings anew: a minute for what
 * takes a moment.
 */
final class Siblings {

    private Siblings() {}

    /** Takes the elements out, with what is in them. */
    static void remove(Collection<Element> elements) {
        Set<Node> gone = setOf(elements);
        for (Element parent : parents(elements)) {
            parent.appendChildren(
                    detach(parent).stream().filter(node -> !gone.contains(node)).toList());
        }
    }

    /** Puts what is in the elements in their places. */
    static void unwrap(Collection<Element> elements) {
        Set<Node> gone = setOf(elements);
        for (Element parent : parents(elements)) {
            parent.appendChildren(detach(parent).stream()
                    .flatMap(node -> gone.contains(node) ? detach((Element) node).stream() : Stream.of(node))
                    .toList());
        }
    }

    /** The nodes in an element, all taken out. */
    static List<Node> detach(Element parent) {
        List<Node> nodes = List.copyOf(parent.childNodes());
        parent.empty();
        return nodes;
    }

    /** Each parent once; whoever is in another comes before it. */
    static List<Element> parents(Collection<Element> inOrder) {
        Set<Node> seen = setOf(List.of());
        List<Element> parents = new ArrayList<>();
        for (Element element : inOrder) {
            Element parent = element.parent();
            if (parent != null && seen.add(parent)) {
                parents.add(parent);
            }
        }
        Collections.reverse(parents);
        return parents;
    }

    /** By what they are and not by what is in them. */
    static Set<Node> setOf(Collection<? extends Node> nodes) {
        Set<Node> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(nodes);
        return set;
    }
}
