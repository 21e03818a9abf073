using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Values;

/// <summary>A sink that takes no notice; others override what they look for.</summary>
internal abstract class IgnoringSink : ShapeSink
{
    /// <inheritdoc/>
    public override void BeginStructure(MemberSchema member, IShape value)
    {
    }

    /// <inheritdoc/>
    public override void EndStructure(MemberSchema member)
    {
    }

    /// <inheritdoc/>
    public override void BeginList(MemberSchema member, int count)
    {
    }

    /// <inheritdoc/>
    public override void EndList(MemberSchema member)
    {
    }

    /// <inheritdoc/>
    public override void BeginMap(MemberSchema member, int count)
    {
    }

    /// <inheritdoc/>
    public override void BeginEntry(MemberSchema member, string key)
    {
    }

    /// <inheritdoc/>
    public override void EndEntry(MemberSchema member)
    {
    }

    /// <inheritdoc/>
    public override void EndMap(MemberSchema member)
    {
    }

    /// <inheritdoc/>
    public override void Text(MemberSchema member, string value)
    {
    }

    /// <inheritdoc/>
    public override void Integer(MemberSchema member, long value)
    {
    }

    /// <inheritdoc/>
    public override void Number(MemberSchema member, double value)
    {
    }

    /// <inheritdoc/>
    public override void Boolean(MemberSchema member, bool value)
    {
    }

    /// <inheritdoc/>
    public override void Timestamp(MemberSchema member, DateTimeOffset value)
    {
    }

    /// <inheritdoc/>
    public override void Blob(MemberSchema member, ReadOnlyMemory<byte> value)
    {
    }

    /// <inheritdoc/>
    public override void Document(MemberSchema member, string json)
    {
    }

    /// <inheritdoc/>
    public override void Stream(MemberSchema member, Stream value)
    {
    }
}
