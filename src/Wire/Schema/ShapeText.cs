namespace Orrery.Wire.Schema;

/// <summary>What all shapes share: their text, equality and hash, over everything they contain.</summary>
public static class ShapeText
{
    /// <summary>The members that are set; sensitive ones hidden.</summary>
    public static string Of(IShape shape) => Of(shape, hide: true);

    /// <summary>Whether both have the same members with the same values, lists and maps in the same order.</summary>
    public static bool Same(IShape one, IShape? other) =>
        ReferenceEquals(one, other)
        || (other is not null && string.Equals(Of(one, hide: false), Of(other, hide: false), StringComparison.Ordinal));

    /// <summary>A hash that equal shapes share.</summary>
    public static int Hash(IShape shape) => string.GetHashCode(Of(shape, hide: false), StringComparison.Ordinal);

    private static string Of(IShape shape, bool hide)
    {
        var sink = new TextSink(hide);
        ShapeWriter.WriteMembers(sink, shape);
        return $"{shape.Schema.Name} {{ {sink}}}";
    }
}
