using Orrery.Core;
using Orrery.Wire.Protocols.Values;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Xml;

/// <summary>Reads members from XML elements.</summary>
/// <param name="root">The element whose children are the members.</param>
internal sealed class XmlSource(XmlNode root) : TextSource(TimestampFormat.Iso8601)
{
    private readonly Stack<XmlFrame> _open = new();
    private XmlNode _at = root;
    private IReadOnlyList<XmlNode>? _siblings;
    private string? _attribute;

    /// <inheritdoc/>
    public override void BeginStructure(MemberSchema? member, ShapeSchema shape)
    {
        RefuseText();
        _open.Push(XmlFrame.Structure(_at, shape));
    }

    /// <inheritdoc/>
    public override MemberSchema? NextMember(ShapeSchema shape, out string? unknown)
    {
        unknown = null;
        _attribute = null;
        var frame = _open.Peek();
        if (!frame.Next())
        {
            _at = _open.Pop().Self;
            return null;
        }

        var (member, nodes, attribute) = frame.Entry;
        if (attribute is not null)
        {
            _attribute = attribute;
            return member;
        }

        _at = nodes[0];
        if (member is null) unknown = _at.Name;
        else if (nodes.Count > 1 && !member.IsFlattened) throw Refuse($"{_at.Name} is given more than once");
        _siblings = member?.IsFlattened == true ? nodes : null;
        return member;
    }

    /// <inheritdoc/>
    public override void BeginList(MemberSchema member)
    {
        if (_siblings is { } flattened)
        {
            _siblings = null;
            _open.Push(XmlFrame.Of(_at, flattened));
            return;
        }

        RefuseText();
        var name = member.Target.Element!.LocationName ?? "member";
        foreach (var child in _at.Children)
        {
            if (!string.Equals(child.Name, name, StringComparison.Ordinal))
            {
                throw Refuse($"{child.Name} stands in a list");
            }
        }

        _open.Push(XmlFrame.Of(_at, _at.Children));
    }

    /// <inheritdoc/>
    public override bool NextElement()
    {
        if (_open.Peek().NextNode() is { } node)
        {
            _at = node;
            return true;
        }

        _at = _open.Pop().Self;
        return false;
    }

    /// <inheritdoc/>
    public override void BeginMap(MemberSchema member)
    {
        if (_siblings is null) RefuseText();
        var frame = XmlFrame.Of(_at, _siblings ?? _at.Children);
        frame.Map = member;
        _siblings = null;
        _open.Push(frame);
    }

    /// <inheritdoc/>
    public override string? NextKey()
    {
        var frame = _open.Peek();
        if (frame.NextNode() is not { } entry)
        {
            _at = _open.Pop().Self;
            return null;
        }

        var map = frame.Map!.Target;
        var (key, value) = (entry.Find(map.Key!.LocationName ?? "key"), entry.Find(map.Value!.LocationName ?? "value"));
        if (key is null || value is null || entry.Children.Count != 2) throw Refuse($"{entry.Name} is no map entry");
        _at = value;
        return key.Text;
    }

    /// <inheritdoc/>
    public override string Text(MemberSchema member)
    {
        if (_attribute is { } attribute)
        {
            _attribute = null;
            return attribute;
        }

        return _at.Children.Count == 0 ? _at.Text : throw Refuse($"{_at.Name} holds elements");
    }

    /// <inheritdoc/>
    protected override ServiceException Invalid(MemberSchema member, string text, string expected) =>
        Refuse($"the value of {_at.Name} is not {expected}");

    private static ServiceException Refuse(string why) => WireErrors.Malformed(
        WireErrors.MalformedXml,
        $"The XML you provided was not well-formed or did not validate against our published schema: {why}");

    private void RefuseText()
    {
        if (!string.IsNullOrWhiteSpace(_at.Text)) throw Refuse($"{_at.Name} holds a text");
    }
}
