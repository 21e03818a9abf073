using System.Globalization;
using System.Text;
using Orrery.Wire.Protocols.Values;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Xml;

/// <summary>Writes members as XML elements.</summary>
/// <param name="xml">Where to.</param>
/// <param name="showMilliseconds">Whether instants always show milliseconds, as EC2's do.</param>
/// <param name="payload">The member that is the document itself, so that it names the root; or null.</param>
/// <param name="rootNamespace">The namespace of that root where the model gives it none.</param>
internal sealed class XmlSink(
    XmlOutput xml,
    bool showMilliseconds = false,
    MemberSchema? payload = null,
    string? rootNamespace = null) : ShapeSink
{
    private static readonly byte[] Entry = "entry"u8.ToArray();

    // The names of the elements of open lists, and of the entries of open maps.
    private readonly Stack<byte[]> _elements = new();

    /// <inheritdoc/>
    public override void BeginStructure(MemberSchema member, IShape value)
    {
        if (!value.Schema.HasXmlAttributes)
        {
            Open(member);
            return;
        }

        xml.StartTag(Name(member));
        if (SpaceOf(member) is { } space) xml.Attribute(space.Name, space.Uri);
        foreach (var attribute in value.Schema.Members)
        {
            if (attribute.IsXmlAttribute && XmlAttributes.Of(value, attribute) is { } text)
            {
                xml.Attribute(attribute.WireName, text);
            }
        }

        xml.EndTag();
    }

    /// <inheritdoc/>
    public override void EndStructure(MemberSchema member) => xml.End();

    /// <inheritdoc/>
    public override void BeginList(MemberSchema member, int count)
    {
        if (member.IsFlattened)
        {
            _elements.Push(Name(member));
            return;
        }

        Open(member);
        _elements.Push(member.Target.Element!.ItemTag);
    }

    /// <inheritdoc/>
    public override void EndList(MemberSchema member)
    {
        _elements.Pop();
        if (!member.IsFlattened) xml.End();
    }

    /// <inheritdoc/>
    public override void BeginMap(MemberSchema member, int count)
    {
        if (!member.IsFlattened) Open(member);
        _elements.Push(member.IsFlattened ? Name(member) : Entry);
    }

    /// <inheritdoc/>
    public override void BeginEntry(MemberSchema member, string key)
    {
        xml.Start(_elements.Peek());
        xml.Element(member.Target.Key!.LocationName ?? "key", key);
    }

    /// <inheritdoc/>
    public override void EndEntry(MemberSchema member) => xml.End();

    /// <inheritdoc/>
    public override void EndMap(MemberSchema member)
    {
        _elements.Pop();
        if (!member.IsFlattened) xml.End();
    }

    /// <inheritdoc/>
    public override void Text(MemberSchema member, string value)
    {
        if (member.IsXmlAttribute) return;
        Open(member);
        xml.Text(value);
        xml.End();
    }

    /// <inheritdoc/>
    public override void Integer(MemberSchema member, long value) =>
        Text(member, value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override void Number(MemberSchema member, double value) => Text(member, NumberText.Format(member, value));

    /// <inheritdoc/>
    public override void Boolean(MemberSchema member, bool value) => Text(member, value ? "true" : "false");

    /// <inheritdoc/>
    public override void Timestamp(MemberSchema member, DateTimeOffset value) =>
        Text(member, TimestampText.Format(value, member.TimestampFormat, showMilliseconds));

    /// <inheritdoc/>
    public override void Blob(MemberSchema member, ReadOnlyMemory<byte> value) =>
        Text(member, Convert.ToBase64String(value.Span));

    /// <inheritdoc/>
    public override void Document(MemberSchema member, string json) => Text(member, json);

    private byte[] Name(MemberSchema member) => member.Role switch
    {
        MemberRole.Element => _elements.Peek(),
        MemberRole.Value => member.ItemTag,
        _ when ReferenceEquals(member, payload) => Encoding.UTF8.GetBytes(XmlRoots.Of(member)),
        _ => member.Tag,
    };

    private void Open(MemberSchema member)
    {
        if (SpaceOf(member) is not { } space)
        {
            xml.Start(Name(member));
            return;
        }

        xml.StartTag(Name(member));
        xml.Attribute(space.Name, space.Uri);
        xml.EndTag();
    }

    // The attribute that declares the namespace of a member's element.
    private (string Name, string Uri)? SpaceOf(MemberSchema member) =>
        (member.XmlNamespace ?? member.Target.XmlNamespace) is { } space
            ? (space.Prefix is null ? "xmlns" : "xmlns:" + space.Prefix, space.Uri)
        : rootNamespace is not null && ReferenceEquals(member, payload) ? ("xmlns", rootNamespace)
        : null;
}
