namespace Orrery.Wire.Schema;

/// <summary>Readers of scalar elements, shared by all generated lists and maps.</summary>
public static class Elements
{
    /// <summary>A text.</summary>
    public static Func<ShapeReader, string> Text { get; } = static reader => reader.ReadText();

    /// <summary>A 32-bit integer.</summary>
    public static Func<ShapeReader, int> Integer { get; } = static reader => reader.ReadInteger();

    /// <summary>A 64-bit integer.</summary>
    public static Func<ShapeReader, long> Long { get; } = static reader => reader.ReadLong();

    /// <summary>A 32-bit float.</summary>
    public static Func<ShapeReader, float> Float { get; } = static reader => reader.ReadFloat();

    /// <summary>A 64-bit float.</summary>
    public static Func<ShapeReader, double> Double { get; } = static reader => reader.ReadDouble();

    /// <summary>True or false.</summary>
    public static Func<ShapeReader, bool> Boolean { get; } = static reader => reader.ReadBoolean();

    /// <summary>An instant.</summary>
    public static Func<ShapeReader, DateTimeOffset> Timestamp { get; } = static reader => reader.ReadTimestamp();

    /// <summary>Bytes.</summary>
    public static Func<ShapeReader, ReadOnlyMemory<byte>> Blob { get; } = static reader => reader.ReadBlob();
}
