using Orrery.Wire.Protocols.Values;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Cbor;

/// <summary>Reads members from CBOR.</summary>
/// <param name="cbor">Where from.</param>
internal sealed class CborSource(CborInput cbor) : ShapeSource
{
    // Items left in each open array or map; -1 where a break ends it.
    private readonly Stack<int> _open = new();

    /// <inheritdoc/>
    public override void BeginStructure(MemberSchema? member, ShapeSchema shape) =>
        _open.Push(cbor.Begin(CborMajor.Map));

    /// <inheritdoc/>
    public override MemberSchema? NextMember(ShapeSchema shape, out string? unknown)
    {
        unknown = null;
        while (Step())
        {
            var name = cbor.Text();
            var member = shape.ByWireName.Find(name);
            if (member is not null && !cbor.IsNull) return member;
            var isNull = cbor.IsNull;
            cbor.Skip();
            if (member is not null || isNull || name == "__type") continue;
            unknown = name;
            return null;
        }

        return null;
    }

    /// <inheritdoc/>
    public override void BeginList(MemberSchema member) => _open.Push(cbor.Begin(CborMajor.Array));

    /// <inheritdoc/>
    public override bool NextElement()
    {
        if (!Step()) return false;
        return cbor.IsNull ? throw CborInput.Malformed("a list holds null") : true;
    }

    /// <inheritdoc/>
    public override void BeginMap(MemberSchema member) => _open.Push(cbor.Begin(CborMajor.Map));

    /// <inheritdoc/>
    public override string? NextKey()
    {
        while (Step())
        {
            var key = cbor.Text();
            if (!cbor.IsNull) return key;
            cbor.Skip();
        }

        return null;
    }

    /// <inheritdoc/>
    public override string Text(MemberSchema member) => cbor.Text();

    /// <inheritdoc/>
    public override long Integer(MemberSchema member) => cbor.Integer();

    /// <inheritdoc/>
    public override double Number(MemberSchema member) => cbor.Number();

    /// <inheritdoc/>
    public override bool Boolean(MemberSchema member) => cbor.Boolean();

    /// <inheritdoc/>
    public override DateTimeOffset Timestamp(MemberSchema member) =>
        TimestampText.TryEpoch(cbor.Epoch(), out var value)
            ? value
            : throw CborInput.Malformed($"{member.Name} is no instant");

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Blob(MemberSchema member) => cbor.Bytes();

    /// <inheritdoc/>
    public override string Document(MemberSchema member) => throw CborInput.Malformed("documents are not supported");

    /// <inheritdoc/>
    public override void End()
    {
        if (!cbor.IsAtEnd) throw CborInput.Malformed("something follows the document");
    }

    private bool Step()
    {
        var left = _open.Pop();
        if (left < 0 ? cbor.TryBreak() : left == 0) return false;
        _open.Push(left < 0 ? left : left - 1);
        return true;
    }
}
