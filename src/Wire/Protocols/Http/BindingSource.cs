using System.Text;
using Orrery.Core;
using Orrery.Wire.Protocols.Values;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Http;

/// <summary>Reads members from headers, labels, the query string, the status and raw bodies.</summary>
/// <param name="rules">What the service says of what cannot be read, or null.</param>
internal sealed class BindingSource(IRequestRules? rules) : TextSource(TimestampFormat.Iso8601)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private BoundValue _value = null!;
    private IReadOnlyList<string> _texts = [];
    private int _text;
    private int _entry;

    /// <summary>The streamed body.</summary>
    public Func<Stream>? Body { get; init; }

    /// <summary>Stands at a value.</summary>
    public BindingSource At(BoundValue value)
    {
        _value = value;
        _texts = value.Texts;
        _text = 0;
        _entry = -1;
        return this;
    }

    /// <inheritdoc/>
    public override void BeginStructure(MemberSchema? member, ShapeSchema shape) =>
        throw new NotSupportedException($"{shape.Name} cannot stand in a header.");

    /// <inheritdoc/>
    public override MemberSchema? NextMember(ShapeSchema shape, out string? unknown) =>
        throw new NotSupportedException($"{shape.Name} cannot stand in a header.");

    /// <inheritdoc/>
    public override void BeginList(MemberSchema member) => _text = -1;

    /// <inheritdoc/>
    public override bool NextElement() => ++_text < _texts.Count;

    /// <inheritdoc/>
    public override void BeginMap(MemberSchema member) => _entry = -1;

    /// <inheritdoc/>
    public override string? NextKey()
    {
        if (++_entry >= _value.Entries!.Count) return null;
        _texts = _value.Entries[_entry].Value;
        _text = 0;
        return _value.Entries[_entry].Key;
    }

    /// <inheritdoc/>
    public override string Text(MemberSchema member)
    {
        if (_value.Bytes is { } bytes) return Decoded(member, bytes);
        var text = _texts[_text];
        if ((member.Traits & MemberTraits.JsonValue) == 0 || _value.Member.Location is not MemberLocation.Header)
        {
            return text;
        }
        var decoded = new byte[text.Length];
        return Convert.TryFromBase64String(text, decoded, out var length)
            ? Decoded(member, decoded.AsMemory(0, length))
            : throw Invalid(member, text, "base64");
    }

    /// <inheritdoc/>
    public override DateTimeOffset Timestamp(MemberSchema member)
    {
        var format = member.TimestampFormat;
        if (format is TimestampFormat.Unspecified && _value.Member.Location is MemberLocation.Header)
        {
            format = TimestampFormat.Rfc822;
        }

        var text = Text(member);
        return TimestampText.TryParse(text, format, out var value) ? value : throw Invalid(member, text, "a timestamp");
    }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Blob(MemberSchema member) => _value.Bytes ?? base.Blob(member);

    /// <inheritdoc/>
    public override Stream Stream(MemberSchema member) =>
        Body is { } body ? body() : throw new NotSupportedException($"{member.Name} has no stream.");

    /// <inheritdoc/>
    protected override ServiceException Invalid(MemberSchema member, string text, string expected)
    {
        var name = _value.Member.WireName;
        return rules?.Unreadable(name, text, expected)
            ?? new(WireErrors.Serialization, $"The value '{text}' of {name} is not {expected}.");
    }

    private string Decoded(MemberSchema member, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes.Span);
        }
        catch (DecoderFallbackException)
        {
            throw Invalid(member, "(bytes)", "UTF-8");
        }
    }
}
