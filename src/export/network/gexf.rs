//! GEXF 1.2, the format of Gephi.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::Network;

/// Attributes of a node and of an edge: id, title, type.
const OF_NODES: [(&str, &str, &str); 4] =
    [("0", "kind", "string"), ("1", "standing", "string"), ("2", "documents", "integer"), ("3", "mentions", "integer")];
const OF_EDGES: [(&str, &str, &str); 2] = [("0", "sentences", "integer"), ("1", "events", "integer")];

type Out = Writer<Vec<u8>>;

pub(super) fn write(network: &Network) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root =
        writer.create_element("gexf").with_attributes([("xmlns", "http://www.gexf.net/1.2draft"), ("version", "1.2")]);
    root.write_inner_content(|writer| {
        writer.create_element("meta").write_inner_content(|writer| {
            writer.create_element("creator").write_text_content(BytesText::new("Annalist"))?;
            writer.create_element("description").write_text_content(BytesText::new(&network.description))?;
            Ok(())
        })?;
        let graph =
            writer.create_element("graph").with_attributes([("defaultedgetype", "undirected"), ("mode", "static")]);
        graph.write_inner_content(|writer| {
            declare(writer, "node", &OF_NODES)?;
            declare(writer, "edge", &OF_EDGES)?;
            writer.create_element("nodes").write_inner_content(|writer| nodes(writer, network))?;
            writer.create_element("edges").write_inner_content(|writer| edges(writer, network))?;
            Ok(())
        })?;
        Ok(())
    })?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn declare(writer: &mut Out, class: &str, attributes: &[(&str, &str, &str)]) -> io::Result<()> {
    writer.create_element("attributes").with_attribute(("class", class)).write_inner_content(|writer| {
        for &(id, title, kind) in attributes {
            let attribute = writer.create_element("attribute");
            attribute.with_attributes([("id", id), ("title", title), ("type", kind)]).write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn nodes(writer: &mut Out, network: &Network) -> io::Result<()> {
    for node in &network.nodes {
        writer.write_event(Event::Text(BytesText::new("\n")))?;
        let element = writer.create_element("node").with_attributes([("id", node.id), ("label", &node.label)]);
        let values =
            [node.kind.to_owned(), node.standing.to_owned(), node.documents.to_string(), node.mentions.to_string()];
        element.write_inner_content(|writer| write_values(writer, &values))?;
    }
    Ok(())
}

fn edges(writer: &mut Out, network: &Network) -> io::Result<()> {
    for (number, ((one, other), together)) in network.edges.iter().enumerate() {
        writer.write_event(Event::Text(BytesText::new("\n")))?;
        let (number, weight) = (number.to_string(), together.texts.to_string());
        let (source, target) = (network.nodes[*one].id, network.nodes[*other].id);
        let element = writer.create_element("edge");
        let element = element.with_attributes([
            ("id", number.as_str()),
            ("source", source),
            ("target", target),
            ("weight", &weight),
        ]);
        let values = [together.sentences, together.events].map(|count| count.to_string());
        element.write_inner_content(|writer| write_values(writer, &values))?;
    }
    Ok(())
}

fn write_values(writer: &mut Out, values: &[String]) -> io::Result<()> {
    writer.create_element("attvalues").write_inner_content(|writer| {
        for (number, value) in values.iter().enumerate() {
            let id = number.to_string();
            writer
                .create_element("attvalue")
                .with_attributes([("for", id.as_str()), ("value", value)])
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}
