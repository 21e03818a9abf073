namespace Orrery.Wire.Schema;

/// <summary>
/// Where a protocol receives values, one call after another, in the order of the document. <see
/// cref="ShapeWriter"/> drives
/// it: it never passes null, and it balances begins with ends.
/// </summary>
public abstract class ShapeSink
{
    /// <summary>The sink of a top-level member: HTTP bindings divert members from the body.</summary>
    public virtual ShapeSink Route(MemberSchema member) => this;

    /// <summary>A structure begins.</summary>
    public abstract void BeginStructure(MemberSchema member, IShape value);

    /// <summary>A structure ends.</summary>
    public abstract void EndStructure(MemberSchema member);

    /// <summary>A list of <paramref name="count"/> elements begins.</summary>
    public abstract void BeginList(MemberSchema member, int count);

    /// <summary>A list ends.</summary>
    public abstract void EndList(MemberSchema member);

    /// <summary>A map of <paramref name="count"/> entries begins.</summary>
    public abstract void BeginMap(MemberSchema member, int count);

    /// <summary>An entry of a map begins; its value follows.</summary>
    public abstract void BeginEntry(MemberSchema member, string key);

    /// <summary>An entry ends.</summary>
    public abstract void EndEntry(MemberSchema member);

    /// <summary>A map ends.</summary>
    public abstract void EndMap(MemberSchema member);

    /// <summary>A text.</summary>
    public abstract void Text(MemberSchema member, string value);

    /// <summary>An integer of either size.</summary>
    public abstract void Integer(MemberSchema member, long value);

    /// <summary>A float of either size; the shape's kind tells which.</summary>
    public abstract void Number(MemberSchema member, double value);

    /// <summary>True or false.</summary>
    public abstract void Boolean(MemberSchema member, bool value);

    /// <summary>An instant.</summary>
    public abstract void Timestamp(MemberSchema member, DateTimeOffset value);

    /// <summary>Bytes.</summary>
    public abstract void Blob(MemberSchema member, ReadOnlyMemory<byte> value);

    /// <summary>A JSON value as its text.</summary>
    public abstract void Document(MemberSchema member, string json);

    /// <summary>A streamed body; only HTTP bindings take one.</summary>
    public virtual void Stream(MemberSchema member, Stream value) =>
        throw new NotSupportedException($"{member.Name} cannot be streamed in this protocol.");
}
