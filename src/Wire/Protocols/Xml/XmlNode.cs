namespace Orrery.Wire.Protocols.Xml;

/// <summary>An XML element: local names only, since AWS's XML never mixes vocabularies.</summary>
/// <param name="name">The name without its prefix.</param>
internal sealed class XmlNode(string name)
{
    private List<XmlNode>? _children;
    private List<KeyValuePair<string, string>>? _attributes;

    /// <summary>The name without its prefix.</summary>
    public string Name { get; } = name;

    /// <summary>The name as it stands in the tag.</summary>
    public string QualifiedName { get; init; } = name;

    /// <summary>The text between the tags, without that of child elements.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>The child elements in order.</summary>
    public IReadOnlyList<XmlNode> Children => _children ?? (IReadOnlyList<XmlNode>)[];

    /// <summary>The first child of a name, or null.</summary>
    public XmlNode? Find(string child)
    {
        foreach (var node in Children)
        {
            if (string.Equals(node.Name, child, StringComparison.Ordinal)) return node;
        }

        return null;
    }

    /// <summary>The value of an attribute by its local name, or null.</summary>
    public string? Attribute(string local)
    {
        foreach (var (key, value) in _attributes ?? [])
        {
            if (string.Equals(key, local, StringComparison.Ordinal)) return value;
        }

        return null;
    }

    /// <summary>Adds a child.</summary>
    public void Add(XmlNode child) => (_children ??= []).Add(child);

    /// <summary>Adds an attribute.</summary>
    public void Add(string attribute, string value) => (_attributes ??= []).Add(new(attribute, value));
}
