using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Xml;

/// <summary>An element that is being read: its members, or its list of nodes, and how far it got.</summary>
internal sealed class XmlFrame
{
    private readonly List<(MemberSchema? Member, List<XmlNode> Nodes, string? Attribute)> _entries = [];
    private IReadOnlyList<XmlNode> _nodes = [];
    private int _next = -1;

    private XmlFrame(XmlNode self) => Self = self;

    /// <summary>The element itself.</summary>
    public XmlNode Self { get; }

    /// <summary>The map whose entries these are, or null.</summary>
    public MemberSchema? Map { get; set; }

    /// <summary>The current member with its elements or its attribute.</summary>
    public (MemberSchema? Member, List<XmlNode> Nodes, string? Attribute) Entry => _entries[_next];

    /// <summary>The members of a structure; elements of one name belong together.</summary>
    public static XmlFrame Structure(XmlNode node, ShapeSchema shape)
    {
        var frame = new XmlFrame(node);
        foreach (var member in shape.Members)
        {
            if (member.IsXmlAttribute && node.Attribute(Local(member.WireName)) is { } text)
            {
                frame._entries.Add((member, [], text));
            }
        }

        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var child in node.Children)
        {
            if (byName.TryGetValue(child.Name, out var known))
            {
                frame._entries[known].Nodes.Add(child);
                continue;
            }

            byName[child.Name] = frame._entries.Count;
            frame._entries.Add((shape.ByXmlName.Find(child.Name), [child], null));
        }

        return frame;
    }

    /// <summary>The elements of a list or map.</summary>
    public static XmlFrame Of(XmlNode self, IReadOnlyList<XmlNode> nodes) => new(self) { _nodes = nodes };

    /// <summary>Steps to the next member.</summary>
    public bool Next() => ++_next < _entries.Count;

    /// <summary>Steps to the next element, or null at the end.</summary>
    public XmlNode? NextNode() => ++_next < _nodes.Count ? _nodes[_next] : null;

    private static string Local(string name) => name[(name.IndexOf(':') + 1)..];
}
