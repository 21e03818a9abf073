using System.Text;

namespace Orrery.Wire.Schema;

/// <summary>One use of a shape: a structure's member, a list's element, a map's key or value.</summary>
public sealed class MemberSchema
{
    private readonly Func<string, ShapeSchema> _resolve;
    private readonly string _target;

    /// <summary>Describes a use of the shape named <paramref name="target"/>, looked up when first needed.</summary>
    public MemberSchema(string name, string target, Func<string, ShapeSchema> resolve)
    {
        Name = name;
        _target = target;
        _resolve = resolve;
    }

    /// <summary>AWS's name of the member.</summary>
    public string Name { get; }

    /// <summary>The position in its structure; elements, keys and values have 0.</summary>
    public int Index { get; internal set; }

    /// <summary>What it is within its container.</summary>
    public MemberRole Role { get; init; }

    /// <summary>The shape.</summary>
    public ShapeSchema Target => field ??= _resolve(_target);

    /// <summary>The model's <c>locationName</c>, or null.</summary>
    public string? LocationName { get; init; }

    /// <summary>The model's <c>queryName</c>, or null.</summary>
    public string? QueryName { get; init; }

    /// <summary>Where it travels when its structure is the request or the result itself.</summary>
    public MemberLocation Location { get; init; }

    /// <summary>Its own timestamp format.</summary>
    public TimestampFormat OwnTimestampFormat { get; init; }

    /// <summary>Facts about this use.</summary>
    public MemberTraits Traits { get; init; }

    /// <summary>The XML namespace that its element declares.</summary>
    public XmlNamespace? XmlNamespace { get; init; }

    /// <summary>The name in JSON and CBOR objects, of XML elements that are not flattened lists, of headers and
    /// labels.</summary>
    public string WireName => LocationName ?? Name;

    /// <summary>The timestamp format of this use or of its shape.</summary>
    public TimestampFormat TimestampFormat =>
        OwnTimestampFormat is TimestampFormat.Unspecified ? Target.TimestampFormat : OwnTimestampFormat;

    /// <summary>Whether requests need it.</summary>
    public bool IsRequired => (Traits & MemberTraits.Required) != 0;

    /// <summary>Whether entries stand directly in the parent.</summary>
    public bool IsFlattened => (Traits & MemberTraits.Flattened) != 0 || (Target.Traits & ShapeTraits.Flattened) != 0;

    /// <summary>Whether it is an XML attribute of its parent.</summary>
    public bool IsXmlAttribute => (Traits & MemberTraits.XmlAttribute) != 0;

    /// <summary>Whether its bytes are passed on rather than held in memory.</summary>
    public bool IsStreaming =>
        (Traits & MemberTraits.Streaming) != 0 || (Target.Traits & ShapeTraits.Streaming) != 0;

    /// <summary>Whether values must not be shown.</summary>
    public bool IsSensitive => (Target.Traits & ShapeTraits.Sensitive) != 0;

    /// <summary>The name of its XML element; a flattened list takes the name of its elements.</summary>
    public string XmlName => field ??= IsFlattened && Target.Kind is ShapeKind.List
        ? Target.Element!.LocationName ?? WireName
        : WireName;

    /// <summary>The same, encoded.</summary>
    internal byte[] Tag => field ??= Encoding.UTF8.GetBytes(XmlName);

    /// <summary>The encoded name of the XML element of a list's element or a map's value.</summary>
    internal byte[] ItemTag => field ??= Encoding.UTF8.GetBytes(
        LocationName ?? (Role is MemberRole.Value ? "value" : "member"));

    /// <summary>The parameter's name in the ec2 protocol: <c>queryName</c>, or the name with a capital.</summary>
    public string Ec2Name => field ??= QueryName ?? (LocationName is { Length: > 0 } own
        ? char.ToUpperInvariant(own[0]) + own[1..]
        : Name);

    /// <summary>The parameter's name in the query protocol.</summary>
    public string FormName => XmlName;
}
