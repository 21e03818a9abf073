namespace Orrery.Wire.Schema;

/// <summary>
/// Where a protocol gives values from, pulled in the order of the document. <see cref="ShapeReader"/> drives it.
/// Whatever is
/// malformed is a <see cref="Core.ServiceException"/>.
/// </summary>
public abstract class ShapeSource
{
    /// <summary>Enters the structure that the source stands at.</summary>
    public abstract void BeginStructure(MemberSchema? member, ShapeSchema shape);

    /// <summary>The next member that is set, or null at the structure's end, which is then left.</summary>
    /// <param name="unknown">The name of an unknown member instead: it is skipped.</param>
    public abstract MemberSchema? NextMember(ShapeSchema shape, out string? unknown);

    /// <summary>Enters a list.</summary>
    public abstract void BeginList(MemberSchema member);

    /// <summary>Whether another element follows; at the end the list is left.</summary>
    public abstract bool NextElement();

    /// <summary>Enters a map.</summary>
    public abstract void BeginMap(MemberSchema member);

    /// <summary>The next key, or null at the end, where the map is left.</summary>
    public abstract string? NextKey();

    /// <summary>Reads a text.</summary>
    public abstract string Text(MemberSchema member);

    /// <summary>Reads an integer that fits 64 bits.</summary>
    public abstract long Integer(MemberSchema member);

    /// <summary>Reads a float.</summary>
    public abstract double Number(MemberSchema member);

    /// <summary>Reads true or false.</summary>
    public abstract bool Boolean(MemberSchema member);

    /// <summary>Reads an instant.</summary>
    public abstract DateTimeOffset Timestamp(MemberSchema member);

    /// <summary>Reads bytes.</summary>
    public abstract ReadOnlyMemory<byte> Blob(MemberSchema member);

    /// <summary>Reads any JSON value as its text.</summary>
    public abstract string Document(MemberSchema member);

    /// <summary>Takes the streamed body; only HTTP bindings have one.</summary>
    public virtual Stream Stream(MemberSchema member) =>
        throw new NotSupportedException($"{member.Name} cannot be streamed in this protocol.");

    /// <summary>What was read completely: complains about what is left over.</summary>
    public virtual void End()
    {
    }
}
