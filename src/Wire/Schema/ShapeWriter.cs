using System.Collections;
using System.Globalization;

namespace Orrery.Wire.Schema;

/// <summary>What generated shapes write their members to: by index, null meaning not set.</summary>
public sealed class ShapeWriter
{
    private readonly ShapeSink _top;
    private ShapeSink _sink;
    private ShapeSchema _shape;
    private int _depth;

    private ShapeWriter(ShapeSink sink, ShapeSchema shape)
    {
        _top = sink;
        _sink = sink;
        _shape = shape;
    }

    /// <summary>Writes the members of a request or result; the sink has written what stands around them.</summary>
    public static void WriteMembers(ShapeSink sink, IShape value) => value.Write(new ShapeWriter(sink, value.Schema));

    /// <summary>Writes a text.</summary>
    public void Write(int index, string? value)
    {
        if (value is null) return;
        var member = Member(index);
        if (member.Target.Kind is ShapeKind.Document) _sink.Document(member, value);
        else _sink.Text(member, value);
    }

    /// <summary>Writes a 32-bit integer.</summary>
    public void Write(int index, int? value)
    {
        if (value is { } set) Route(index, out var member).Integer(member, set);
    }

    /// <summary>Writes a 64-bit integer.</summary>
    public void Write(int index, long? value)
    {
        if (value is { } set) Route(index, out var member).Integer(member, set);
    }

    /// <summary>Writes a 32-bit float.</summary>
    public void Write(int index, float? value)
    {
        if (value is { } set) Route(index, out var member).Number(member, set);
    }

    /// <summary>Writes a 64-bit float.</summary>
    public void Write(int index, double? value)
    {
        if (value is { } set) Route(index, out var member).Number(member, set);
    }

    /// <summary>Writes true or false.</summary>
    public void Write(int index, bool? value)
    {
        if (value is { } set) Route(index, out var member).Boolean(member, set);
    }

    /// <summary>Writes an instant.</summary>
    public void Write(int index, DateTimeOffset? value)
    {
        if (value is { } set) Route(index, out var member).Timestamp(member, set);
    }

    /// <summary>Writes bytes.</summary>
    public void Write(int index, ReadOnlyMemory<byte>? value)
    {
        if (value is { } set) Route(index, out var member).Blob(member, set);
    }

    /// <summary>Passes a stream on.</summary>
    public void Write(int index, Stream? value)
    {
        if (value is not null) Route(index, out var member).Stream(member, value);
    }

    /// <summary>Writes a structure.</summary>
    public void Write(int index, IShape? value)
    {
        if (value is not null) Structure(Member(index), value);
    }

    /// <summary>Writes an enumeration's value, given its number.</summary>
    public void WriteEnum(int index, int? value)
    {
        if (value is not { } set) return;
        var member = Member(index);
        _sink.Text(member, member.Target.EnumValues[set]);
    }

    /// <summary>Writes a list of texts, structures, lists or maps.</summary>
    public void WriteList(int index, IReadOnlyList<object>? items)
    {
        if (items is not null) Any(Member(index), items);
    }

    /// <summary>Writes a list of numbers, enumeration values, instants or bytes.</summary>
    public void WriteValues<T>(int index, IReadOnlyList<T>? items)
        where T : struct
    {
        if (items is not null) Any(Member(index), Boxed(items));
    }

    /// <summary>Writes a map.</summary>
    public void WriteMap<T>(int index, IReadOnlyDictionary<string, T>? entries)
    {
        if (entries is null) return;
        var member = Member(index);
        var value = member.Target.Value!;
        _sink.BeginMap(member, entries.Count);
        foreach (var (key, item) in entries)
        {
            _sink.BeginEntry(member, key);
            Any(value, item!);
            _sink.EndEntry(member);
        }

        _sink.EndMap(member);
    }

    /// <summary>Writes a value of the member's shape, whatever it is; values made at run time are written through
    /// it.</summary>
    public void WriteAny(int index, object? value)
    {
        if (value is not null) Any(Member(index), value);
    }

    private static object[] Boxed<T>(IReadOnlyList<T> items)
        where T : struct
    {
        var boxed = new object[items.Count];
        for (var i = 0; i < boxed.Length; i++) boxed[i] = items[i];
        return boxed;
    }

    // Picks the sink before it is used: a call's receiver is evaluated before its arguments.
    private ShapeSink Route(int index, out MemberSchema member)
    {
        member = Member(index);
        return _sink;
    }

    private MemberSchema Member(int index)
    {
        var member = _shape.MemberAt(index);
        if (_depth == 0) _sink = _top.Route(member);
        return member;
    }

    private void Structure(MemberSchema member, IShape value)
    {
        var outer = _shape;
        _sink.BeginStructure(member, value);
        _shape = value.Schema;
        _depth++;
        value.Write(this);
        _depth--;
        _shape = outer;
        _sink.EndStructure(member);
    }

    private void Any(MemberSchema member, object value)
    {
        switch (value)
        {
            case string text when member.Target.Kind is ShapeKind.Document: _sink.Document(member, text); break;
            case string text: _sink.Text(member, text); break;
            case IShape shape: Structure(member, shape); break;
            case int number when member.Target.EnumValues.Count > 0:
                _sink.Text(member, member.Target.EnumValues[number]);
                break;
            case int number: _sink.Integer(member, number); break;
            case long number: _sink.Integer(member, number); break;
            case double number: _sink.Number(member, number); break;
            case float number: _sink.Number(member, number); break;
            case bool truth: _sink.Boolean(member, truth); break;
            case DateTimeOffset instant: _sink.Timestamp(member, instant); break;
            case ReadOnlyMemory<byte> bytes: _sink.Blob(member, bytes); break;
            case Stream stream: _sink.Stream(member, stream); break;
            case Enum number:
                _sink.Text(member, member.Target.EnumValues[Convert.ToInt32(number, CultureInfo.InvariantCulture)]);
                break;
            default: Container(member, value); break;
        }
    }

    private void Container(MemberSchema member, object value)
    {
        switch (value)
        {
            case IReadOnlyList<object> items: Items(member, items); break;
            case IDictionary entries: Entries(member, entries); break;
            case IList items: Items(member, [.. items.Cast<object>()]); break;
            default: throw new NotSupportedException($"{member.Name} holds a {value.GetType()}.");
        }
    }

    private void Items(MemberSchema member, IReadOnlyList<object> items)
    {
        var element = member.Target.Element!;
        _sink.BeginList(member, items.Count);
        for (var i = 0; i < items.Count; i++) Any(element, items[i]);
        _sink.EndList(member);
    }

    private void Entries(MemberSchema member, IDictionary entries)
    {
        var value = member.Target.Value!;
        _sink.BeginMap(member, entries.Count);
        foreach (DictionaryEntry entry in entries)
        {
            _sink.BeginEntry(member, (string)entry.Key);
            Any(value, entry.Value!);
            _sink.EndEntry(member);
        }

        _sink.EndMap(member);
    }
}
