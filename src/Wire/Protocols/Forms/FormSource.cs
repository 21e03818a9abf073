using System.Globalization;
using Orrery.Core;
using Orrery.Wire.Protocols.Errors;
using Orrery.Wire.Protocols.Values;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Forms;

/// <summary>Reads requests of the ec2 and query protocols.</summary>
/// <param name="root">The form's parameters.</param>
/// <param name="isEc2">Lists are always flattened and names are EC2's.</param>
internal sealed class FormSource(FormNode root, bool isEc2) : TextSource(TimestampFormat.Iso8601)
{
    private OpenNode[] _open = new OpenNode[4];
    private Stack<MemberSchema>? _maps;
    private int _depth;
    private FormNode _at = root;

    /// <inheritdoc/>
    public override void BeginStructure(MemberSchema? member, ShapeSchema shape)
    {
        if (member is not null) RefuseValue(member);
        Open(_at.Children);
    }

    /// <inheritdoc/>
    public override MemberSchema? NextMember(ShapeSchema shape, out string? unknown)
    {
        unknown = null;
        while (Next() is { } node)
        {
            var member = (isEc2 ? shape.ByEc2Name : shape.ByFormName).Find(node.Name);
            if (member is null)
            {
                if (_depth == 1 && FormNames.IsEnvelope(node.Name)) continue;
                unknown = node.Name;
            }

            return member;
        }

        return null;
    }

    /// <inheritdoc/>
    public override void BeginList(MemberSchema member)
    {
        RefuseValue(member);
        var list = isEc2 || member.IsFlattened
            ? _at
            : Only(member, member.Target.Element!.LocationName ?? "member");
        Open(Numbered(list, member));
    }

    /// <inheritdoc/>
    public override bool NextElement() => Next() is not null;

    /// <inheritdoc/>
    public override void BeginMap(MemberSchema member)
    {
        RefuseValue(member);
        Open(Numbered(member.IsFlattened ? _at : Only(member, "entry"), member));
        (_maps ??= new()).Push(member);
    }

    /// <inheritdoc/>
    public override string? NextKey()
    {
        var map = _maps!.Peek();
        if (Next() is not { } entry)
        {
            _maps.Pop();
            return null;
        }

        var (key, value) = (map.Target.Key!.LocationName ?? "key", map.Target.Value!.LocationName ?? "value");
        if (entry.Find(key)?.Value is not { } text || entry.Find(value) is not { } at || entry.Children.Count != 2)
        {
            throw Refuse(map, entry);
        }

        _at = at;
        return text;
    }

    /// <inheritdoc/>
    public override string Text(MemberSchema member)
    {
        if (_at.Value is null || _at.Children.Count > 0) throw Refuse(member, _at);
        return _at.Value;
    }

    /// <inheritdoc/>
    protected override ServiceException Invalid(MemberSchema member, string text, string expected) =>
        FormErrors.Invalid(isEc2, isEc2 ? member.Ec2Name : member.FormName, text, expected);

    private static bool IsNumber(string text) =>
        text is [>= '1' and <= '9', ..] && text.Length < 7 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private void Open(IReadOnlyList<FormNode> nodes)
    {
        if (_depth == _open.Length) Array.Resize(ref _open, 2 * _depth);
        _open[_depth++] = new() { Nodes = nodes, Self = _at };
    }

    // Steps to the next node of what is open; at its end closes it and stands at it again.
    private FormNode? Next()
    {
        ref var open = ref _open[_depth - 1];
        if (open.Next < open.Nodes.Count) return _at = open.Nodes[open.Next++];
        _depth--;
        _at = open.Self;
        return null;
    }

    private FormNode Only(MemberSchema member, string step)
    {
        foreach (var child in _at.Children)
        {
            if (!string.Equals(child.Name, step, StringComparison.Ordinal)) throw Refuse(member, child);
        }

        return _at.Find(step) ?? new FormNode(step);
    }

    private IReadOnlyList<FormNode> Numbered(FormNode list, MemberSchema member)
    {
        var (last, isSorted) = (0, true);
        foreach (var child in list.Children)
        {
            if (!IsNumber(child.Name)) throw Refuse(member, child);
            var number = int.Parse(child.Name, CultureInfo.InvariantCulture);
            isSorted &= number > last;
            last = number;
        }

        return isSorted
            ? list.Children
            : [.. list.Children.OrderBy(static c => int.Parse(c.Name, CultureInfo.InvariantCulture))];
    }

    // An empty value stands for an empty list, map or structure: clients send "Tags=".
    private void RefuseValue(MemberSchema member)
    {
        if (_at.Value is { Length: > 0 }) throw Refuse(member, _at);
    }

    private ServiceException Refuse(MemberSchema member, FormNode at)
    {
        var name = member.Role is MemberRole.Member ? isEc2 ? member.Ec2Name : member.FormName : at.Name;
        return FormErrors.Unknown(isEc2, ReferenceEquals(at, _at) ? name : $"{name}.{at.Name}");
    }

    private struct OpenNode
    {
        public IReadOnlyList<FormNode> Nodes;
        public int Next;
        public FormNode Self;
    }
}
