using System.Buffers;
using System.Text.Json;

namespace Orrery.Host.Logging;

/// <summary>One JSON object a line.</summary>
internal sealed class JsonLog : ILogFormatter
{
    private readonly Utf8JsonWriter _json = new(Stream.Null);

    /// <inheritdoc/>
    public void Request(IBufferWriter<byte> to, DateTimeOffset at, TimeSpan took, in RequestFacts facts)
    {
        Begin(to, at, "request");
        _json.WriteString("operation"u8, facts.Operation);
        _json.WriteNumber("status"u8, facts.Status);
        _json.WriteNumber("milliseconds"u8, Math.Round(took.TotalMilliseconds, 3));
        Member("errorCode"u8, facts.ErrorCode);
        Member("world"u8, facts.World);
        Member("account"u8, facts.Account);
        Member("region"u8, facts.Region);
        Member("principal"u8, facts.Principal);
        _json.WriteString("requestId"u8, facts.RequestId);
        End(to);
    }

    /// <inheritdoc/>
    public void Failure(IBufferWriter<byte> to, DateTimeOffset at, string what, string? requestId, Exception problem)
    {
        Begin(to, at, "failure");
        _json.WriteString("what"u8, what);
        Member("requestId"u8, requestId);
        _json.WriteString("problem"u8, problem.ToString());
        End(to);
    }

    /// <inheritdoc/>
    public void Dropped(IBufferWriter<byte> to, DateTimeOffset at, long lines)
    {
        Begin(to, at, "dropped");
        _json.WriteNumber("lines"u8, lines);
        End(to);
    }

    private void Begin(IBufferWriter<byte> to, DateTimeOffset at, string kind)
    {
        _json.Reset(to);
        _json.WriteStartObject();
        _json.WriteString("time"u8, at.UtcDateTime);
        _json.WriteString("kind"u8, kind);
    }

    private void Member(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) _json.WriteString(name, value);
    }

    private void End(IBufferWriter<byte> to)
    {
        _json.WriteEndObject();
        _json.Flush();
        to.Write("\n"u8);
    }
}
