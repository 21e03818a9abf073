using Orrery.Wire.Schema;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>A structure whose members are known at run time only. Lists are object[], maps Dictionary.</summary>
internal sealed class DynamicShape(ShapeSchema schema, object?[] values) : IShape
{
    public ShapeSchema Schema => schema;

    /// <summary>The members' values by index; null where not set.</summary>
    public IReadOnlyList<object?> Values => values;

    /// <summary>Reads one of a shape.</summary>
    public static DynamicShape Read(ShapeReader reader, ShapeSchema schema)
    {
        var values = new object?[schema.Members.Count];
        reader.BeginStructure(schema);
        while (reader.NextMember(out var index)) values[index] = Value(reader, schema.Members[index]);
        return new DynamicShape(schema, values);
    }

    public void Write(ShapeWriter writer)
    {
        for (var i = 0; i < values.Length; i++) writer.WriteAny(i, values[i]);
    }

    public override string ToString() => ShapeText.Of(this);

    private static object Value(ShapeReader reader, MemberSchema member)
    {
        var shape = member.Target;
        return shape.Kind switch
        {
            ShapeKind.Structure => Read(reader, shape),
            ShapeKind.List => reader.ReadList(r => Value(r, shape.Element!)).ToArray(),
            ShapeKind.Map => new Dictionary<string, object>(reader.ReadMap(r => Value(r, shape.Value!))),
            ShapeKind.Integer => reader.ReadInteger(),
            ShapeKind.Long => reader.ReadLong(),
            ShapeKind.Float => reader.ReadFloat(),
            ShapeKind.Double => reader.ReadDouble(),
            ShapeKind.Boolean => reader.ReadBoolean(),
            ShapeKind.Timestamp => reader.ReadTimestamp(),
            ShapeKind.Blob when member.IsStreaming => Bytes(reader.ReadStream()),
            ShapeKind.Blob => reader.ReadBlob(),
            _ => reader.ReadText(),
        };
    }

    // Streams are held as bytes, so that two shapes can be compared.
    private static ReadOnlyMemory<byte> Bytes(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
