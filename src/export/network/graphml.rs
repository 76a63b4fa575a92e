//! GraphML, the format of yEd, Cytoscape, igraph and networkx.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::Network;

/// Key, what it is of, name and type of each value.
const KEYS: [(&str, &str, &str, &str); 9] = [
    ("label", "node", "label", "string"),
    ("kind", "node", "kind", "string"),
    ("standing", "node", "standing", "string"),
    ("documents", "node", "documents", "int"),
    ("mentions", "node", "mentions", "int"),
    ("weight", "edge", "weight", "int"),
    ("sentences", "edge", "sentences", "int"),
    ("events", "edge", "events", "int"),
    ("description", "graph", "description", "string"),
];

type Out = Writer<Vec<u8>>;

/// The weight of an edge is the number of texts that name both.
pub(super) fn write(network: &Network) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = writer.create_element("graphml").with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"));
    root.write_inner_content(|writer| {
        for (id, of, name, kind) in KEYS {
            let key = writer.create_element("key");
            key.with_attributes([("id", id), ("for", of), ("attr.name", name), ("attr.type", kind)]).write_empty()?;
        }
        let graph = writer.create_element("graph").with_attributes([("id", "dossier"), ("edgedefault", "undirected")]);
        graph.write_inner_content(|writer| {
            datum(writer, "description", &network.description)?;
            nodes(writer, network)?;
            edges(writer, network)
        })?;
        Ok(())
    })?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn nodes(writer: &mut Out, network: &Network) -> io::Result<()> {
    for node in &network.nodes {
        writer.write_event(Event::Text(BytesText::new("\n")))?;
        writer.create_element("node").with_attribute(("id", node.id)).write_inner_content(|writer| {
            datum(writer, "label", &node.label)?;
            datum(writer, "kind", node.kind)?;
            datum(writer, "standing", node.standing)?;
            datum(writer, "documents", &node.documents.to_string())?;
            datum(writer, "mentions", &node.mentions.to_string())
        })?;
    }
    Ok(())
}

fn edges(writer: &mut Out, network: &Network) -> io::Result<()> {
    for ((one, other), together) in &network.edges {
        writer.write_event(Event::Text(BytesText::new("\n")))?;
        let ends = [("source", network.nodes[*one].id), ("target", network.nodes[*other].id)];
        writer.create_element("edge").with_attributes(ends).write_inner_content(|writer| {
            datum(writer, "weight", &together.texts.to_string())?;
            datum(writer, "sentences", &together.sentences.to_string())?;
            datum(writer, "events", &together.events.to_string())
        })?;
    }
    Ok(())
}

fn datum(writer: &mut Out, key: &str, words: &str) -> io::Result<()> {
    writer.create_element("data").with_attribute(("key", key)).write_text_content(BytesText::new(words))?;
    Ok(())
}
