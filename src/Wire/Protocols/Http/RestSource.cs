using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Http;

/// <summary>Reads a message whose members are spread over headers, path, query string and body.</summary>
/// <param name="bound">The members outside of the body's document.</param>
/// <param name="bindings">Reads those.</param>
/// <param name="body">Reads the document, or null where there is none.</param>
/// <param name="payload">The member that the document is, or null where it holds the remaining members.</param>
internal sealed class RestSource(
    IReadOnlyList<BoundValue> bound,
    BindingSource bindings,
    ShapeSource? body,
    MemberSchema? payload) : ShapeSource
{
    private ShapeSource _current = bindings;
    private int _next;
    private int _depth;
    private bool _inBody;
    private bool _payloadGiven;

    /// <inheritdoc/>
    public override void BeginStructure(MemberSchema? member, ShapeSchema shape)
    {
        if (_depth++ == 0) return;
        _current.BeginStructure(ReferenceEquals(member, payload) ? null : member, shape);
    }

    /// <inheritdoc/>
    public override MemberSchema? NextMember(ShapeSchema shape, out string? unknown)
    {
        var member = _depth == 1 ? Top(shape, out unknown) : _current.NextMember(shape, out unknown);
        if (member is null && unknown is null) _depth--;
        return member;
    }

    /// <inheritdoc/>
    public override void BeginList(MemberSchema member) => _current.BeginList(member);

    /// <inheritdoc/>
    public override bool NextElement() => _current.NextElement();

    /// <inheritdoc/>
    public override void BeginMap(MemberSchema member) => _current.BeginMap(member);

    /// <inheritdoc/>
    public override string? NextKey() => _current.NextKey();

    /// <inheritdoc/>
    public override string Text(MemberSchema member) => _current.Text(member);

    /// <inheritdoc/>
    public override long Integer(MemberSchema member) => _current.Integer(member);

    /// <inheritdoc/>
    public override double Number(MemberSchema member) => _current.Number(member);

    /// <inheritdoc/>
    public override bool Boolean(MemberSchema member) => _current.Boolean(member);

    /// <inheritdoc/>
    public override DateTimeOffset Timestamp(MemberSchema member) => _current.Timestamp(member);

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Blob(MemberSchema member) => _current.Blob(member);

    /// <inheritdoc/>
    public override string Document(MemberSchema member) => _current.Document(member);

    /// <inheritdoc/>
    public override Stream Stream(MemberSchema member) => bindings.Stream(member);

    /// <inheritdoc/>
    public override void End() => body?.End();

    private MemberSchema? Top(ShapeSchema shape, out string? unknown)
    {
        unknown = null;
        if (_next < bound.Count)
        {
            bindings.At(bound[_next]);
            return bound[_next++].Member;
        }

        if (body is null) return null;
        _current = body;
        if (payload is not null)
        {
            if (_payloadGiven) return null;
            _payloadGiven = true;
            return payload;
        }

        if (!_inBody)
        {
            _inBody = true;
            body.BeginStructure(null, shape);
        }

        return body.NextMember(shape, out unknown);
    }
}
