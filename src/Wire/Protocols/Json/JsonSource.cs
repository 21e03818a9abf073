using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Orrery.Wire.Protocols.Values;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Json;

/// <summary>Reads JSON documents token by token, without a tree.</summary>
internal sealed class JsonSource : ShapeSource
{
    private readonly ReadOnlyMemory<byte> _body;
    private JsonReaderState _state;
    private int _position;

    /// <summary>Reads a body; an empty one counts as an empty object.</summary>
    public JsonSource(ReadOnlyMemory<byte> body)
    {
        _body = body.IsEmpty ? "{}"u8.ToArray() : body;
        _state = new JsonReaderState(new JsonReaderOptions { MaxDepth = ShapeReader.MaxDepth * 2 });
    }

    /// <inheritdoc/>
    public override void BeginStructure(MemberSchema? member, ShapeSchema shape) =>
        Expect(JsonTokenType.StartObject);

    /// <inheritdoc/>
    public override MemberSchema? NextMember(ShapeSchema shape, out string? unknown)
    {
        while (true)
        {
            unknown = null;
            var reader = Read();
            if (reader.TokenType is JsonTokenType.EndObject) return null;
            var member = reader.ValueIsEscaped
                ? shape.ByWireName.Find(JsonText.Get(ref reader))
                : shape.ByWireName.Find(reader.ValueSpan);
            if (member is null && !reader.ValueTextEquals("__type"u8)) unknown = JsonText.Get(ref reader);
            if (SkipNull()) continue;
            if (member is not null) return member;
            SkipValue();
            if (unknown is not null) return null;
        }
    }

    /// <inheritdoc/>
    public override void BeginList(MemberSchema member) => Expect(JsonTokenType.StartArray);

    /// <inheritdoc/>
    public override bool NextElement()
    {
        var reader = Peek();
        if (reader.TokenType is JsonTokenType.Null)
        {
            throw JsonErrors.Malformed("A list holds null where a value is expected.");
        }

        if (reader.TokenType is not JsonTokenType.EndArray) return true;
        Keep(ref reader);
        return false;
    }

    /// <inheritdoc/>
    public override void BeginMap(MemberSchema member) => Expect(JsonTokenType.StartObject);

    /// <inheritdoc/>
    public override string? NextKey()
    {
        while (true)
        {
            var reader = Read();
            if (reader.TokenType is JsonTokenType.EndObject) return null;
            var key = JsonText.Get(ref reader);
            if (!SkipNull()) return key;
        }
    }

    /// <inheritdoc/>
    public override string Text(MemberSchema member)
    {
        var reader = Read();
        return reader.TokenType is JsonTokenType.String
            ? JsonText.Get(ref reader)
            : throw JsonErrors.WrongType(reader.TokenType, "String");
    }

    /// <inheritdoc/>
    public override long Integer(MemberSchema member)
    {
        var reader = Read();
        var type = member.Target.Kind is ShapeKind.Long ? "Long" : "Integer";
        if (reader.TokenType is not JsonTokenType.Number) throw JsonErrors.WrongType(reader.TokenType, type);
        if (reader.TryGetInt64(out var value)) return value;
        return reader.TryGetDecimal(out var wide) && wide == decimal.Truncate(wide)
            && wide is >= long.MinValue and <= long.MaxValue
                ? (long)wide
                : throw JsonErrors.WrongType(reader.TokenType, type);
    }

    /// <inheritdoc/>
    public override double Number(MemberSchema member)
    {
        var reader = Read();
        if (reader.TokenType is JsonTokenType.Number && reader.TryGetDouble(out var value)) return value;
        return reader.TokenType is JsonTokenType.String && NumberText.TryParse(JsonText.Get(ref reader), out value)
            && !double.IsFinite(value)
                ? value
                : throw JsonErrors.WrongType(reader.TokenType, "Double");
    }

    /// <inheritdoc/>
    public override bool Boolean(MemberSchema member)
    {
        var reader = Read();
        return reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            var other => throw JsonErrors.WrongType(other, "Boolean"),
        };
    }

    /// <inheritdoc/>
    public override DateTimeOffset Timestamp(MemberSchema member)
    {
        var reader = Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetDouble(out var seconds)
                && TimestampText.TryEpoch(seconds, out var instant): return instant;
            case JsonTokenType.String
                when TimestampText.TryParse(JsonText.Get(ref reader), member.TimestampFormat, out var instant):
                return instant;
            default: throw JsonErrors.WrongType(reader.TokenType, "Timestamp");
        }
    }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Blob(MemberSchema member)
    {
        var text = Text(member);
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? bytes.AsMemory(0, length)
            : throw JsonErrors.Malformed($"{member.Name} is not base64.");
    }

    /// <inheritdoc/>
    public override string Document(MemberSchema member)
    {
        var reader = Read();
        var start = _position - (int)reader.BytesConsumed + (int)reader.TokenStartIndex;
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) SkipOpen();
        return Encoding.UTF8.GetString(_body.Span[start.._position]);
    }

    /// <inheritdoc/>
    public override void End()
    {
        try
        {
            var reader = new Utf8JsonReader(_body.Span[_position..], isFinalBlock: true, _state);
            if (reader.Read()) throw JsonErrors.Malformed("Something follows the document.");
        }
        catch (JsonException)
        {
            throw JsonErrors.Malformed("Something follows the document.");
        }
    }

    private void Expect(JsonTokenType type)
    {
        var reader = Read();
        if (reader.TokenType != type) throw JsonErrors.Unexpected(reader.TokenType, type);
    }

    private bool SkipNull()
    {
        var reader = Peek();
        if (reader.TokenType is not JsonTokenType.Null) return false;
        Keep(ref reader);
        return true;
    }

    private void SkipValue()
    {
        var reader = Read();
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) SkipOpen();
    }

    private void SkipOpen()
    {
        for (var depth = 1; depth > 0;)
        {
            depth += Read().TokenType switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
        }
    }

    private Utf8JsonReader Read()
    {
        var reader = Peek();
        Keep(ref reader);
        return reader;
    }

    private Utf8JsonReader Peek()
    {
        var reader = new Utf8JsonReader(_body.Span[_position..], isFinalBlock: true, _state);
        try
        {
            return reader.Read() ? reader : throw JsonErrors.Malformed("Unexpected end of the document.");
        }
        catch (JsonException)
        {
            throw JsonErrors.Malformed("The body is not a JSON document.");
        }
    }

    private void Keep(ref Utf8JsonReader reader)
    {
        _position += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }
}
