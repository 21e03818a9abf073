using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Cbor;

/// <summary>Writes members as CBOR. Source: Smithy RPC v2 CBOR protocol, "Shape serialization".</summary>
/// <param name="cbor">Where to.</param>
internal sealed class CborSink(CborOutput cbor) : ShapeSink
{
    private const ulong EpochTag = 1;

    /// <inheritdoc/>
    public override void BeginStructure(MemberSchema member, IShape value)
    {
        Name(member);
        cbor.BeginMap();
    }

    /// <inheritdoc/>
    public override void EndStructure(MemberSchema member) => cbor.Break();

    /// <inheritdoc/>
    public override void BeginList(MemberSchema member, int count)
    {
        Name(member);
        cbor.BeginArray(count);
    }

    /// <inheritdoc/>
    public override void EndList(MemberSchema member)
    {
    }

    /// <inheritdoc/>
    public override void BeginMap(MemberSchema member, int count)
    {
        Name(member);
        cbor.BeginMap(count);
    }

    /// <inheritdoc/>
    public override void BeginEntry(MemberSchema member, string key) => cbor.Text(key);

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
        Name(member);
        cbor.Text(value);
    }

    /// <inheritdoc/>
    public override void Integer(MemberSchema member, long value)
    {
        Name(member);
        cbor.Integer(value);
    }

    /// <inheritdoc/>
    public override void Number(MemberSchema member, double value)
    {
        Name(member);
        if (member.Target.Kind is ShapeKind.Float) cbor.Float((float)value);
        else cbor.Double(value);
    }

    /// <inheritdoc/>
    public override void Boolean(MemberSchema member, bool value)
    {
        Name(member);
        cbor.Boolean(value);
    }

    /// <inheritdoc/>
    public override void Timestamp(MemberSchema member, DateTimeOffset value)
    {
        Name(member);
        cbor.Tag(EpochTag);
        var milliseconds = value.ToUnixTimeMilliseconds();
        if (milliseconds % 1000 == 0) cbor.Integer(milliseconds / 1000);
        else cbor.Double(milliseconds / 1000.0);
    }

    /// <inheritdoc/>
    public override void Blob(MemberSchema member, ReadOnlyMemory<byte> value)
    {
        Name(member);
        cbor.Bytes(value.Span);
    }

    /// <inheritdoc/>
    public override void Document(MemberSchema member, string json) =>
        throw new NotSupportedException("RPC v2 CBOR has no documents.");

    private void Name(MemberSchema member)
    {
        if (member.Role is MemberRole.Member) cbor.Text(member.WireName);
    }
}
