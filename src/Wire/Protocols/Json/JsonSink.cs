using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Orrery.Wire.Protocols.Values;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Json;

/// <summary>Writes JSON documents.</summary>
/// <param name="payload">The member that is the document itself, so that it has no name; or null.</param>
internal sealed class JsonSink(MemberSchema? payload = null) : ShapeSink
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // Most answers in JSON are a few members; the writer wants 256 bytes to begin with.
    private const int Members = 512;

    private readonly ByteOutput _buffer = new(Members);

    /// <summary>The writer, for what is no member.</summary>
    public Utf8JsonWriter Json => field ??= new Utf8JsonWriter(_buffer, Options);

    /// <summary>What was written.</summary>
    public ReadOnlySequence<byte> ToBytes()
    {
        Json.Flush();
        return _buffer.ToBytes();
    }

    /// <inheritdoc/>
    public override void BeginStructure(MemberSchema member, IShape value)
    {
        Name(member);
        Json.WriteStartObject();
    }

    /// <inheritdoc/>
    public override void EndStructure(MemberSchema member) => Json.WriteEndObject();

    /// <inheritdoc/>
    public override void BeginList(MemberSchema member, int count)
    {
        Name(member);
        Json.WriteStartArray();
    }

    /// <inheritdoc/>
    public override void EndList(MemberSchema member) => Json.WriteEndArray();

    /// <inheritdoc/>
    public override void BeginMap(MemberSchema member, int count)
    {
        Name(member);
        Json.WriteStartObject();
    }

    /// <inheritdoc/>
    public override void BeginEntry(MemberSchema member, string key) => Json.WritePropertyName(key);

    /// <inheritdoc/>
    public override void EndEntry(MemberSchema member)
    {
    }

    /// <inheritdoc/>
    public override void EndMap(MemberSchema member) => Json.WriteEndObject();

    /// <inheritdoc/>
    public override void Text(MemberSchema member, string value)
    {
        Name(member);
        Json.WriteStringValue(value);
    }

    /// <inheritdoc/>
    public override void Integer(MemberSchema member, long value)
    {
        Name(member);
        Json.WriteNumberValue(value);
    }

    /// <inheritdoc/>
    public override void Number(MemberSchema member, double value)
    {
        Name(member);
        if (NumberText.Word(value) is { } word) Json.WriteStringValue(word);
        else Json.WriteRawValue(WithFraction(NumberText.Format(member, value)), skipInputValidation: true);
    }

    /// <inheritdoc/>
    public override void Boolean(MemberSchema member, bool value)
    {
        Name(member);
        Json.WriteBooleanValue(value);
    }

    /// <inheritdoc/>
    public override void Timestamp(MemberSchema member, DateTimeOffset value)
    {
        Name(member);
        var format = member.TimestampFormat;
        if (format is TimestampFormat.Unspecified or TimestampFormat.UnixTimestamp)
        {
            Json.WriteRawValue(TimestampText.Epoch(value), skipInputValidation: true);
        }
        else
        {
            Json.WriteStringValue(TimestampText.Format(value, format));
        }
    }

    /// <inheritdoc/>
    public override void Blob(MemberSchema member, ReadOnlyMemory<byte> value)
    {
        Name(member);
        Json.WriteBase64StringValue(value.Span);
    }

    /// <inheritdoc/>
    public override void Document(MemberSchema member, string json)
    {
        Name(member);
        Json.WriteRawValue(json);
    }

    // A float stays one for readers that tell integers from floats.
    private static string WithFraction(string number) =>
        number.AsSpan().ContainsAny('.', 'E') ? number : number + ".0";

    private void Name(MemberSchema member)
    {
        if (member.Role is MemberRole.Member && !ReferenceEquals(member, payload))
        {
            Json.WritePropertyName(member.WireName);
        }
    }
}
