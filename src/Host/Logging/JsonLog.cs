using System.Buffers;
using System.Text.Json;

namespace Orrery.Host.Logging;

/// <summary>One JSON object a line.</summary>
internal sealed class JsonLog : ILogFormatter
{
    // Lines of several threads are written at once.
    [ThreadStatic]
    private static Utf8JsonWriter? Own;

    private static Utf8JsonWriter Json => Own ??= new(Stream.Null);

    /// <inheritdoc/>
    public void Request(IBufferWriter<byte> to, DateTimeOffset at, TimeSpan took, in RequestFacts facts)
    {
        Begin(to, at, "request");
        Json.WriteString("operation"u8, facts.Operation);
        Json.WriteNumber("status"u8, facts.Status);
        Json.WriteNumber("milliseconds"u8, Math.Round(took.TotalMilliseconds, 3));
        Member("errorCode"u8, facts.ErrorCode);
        Member("world"u8, facts.World);
        Member("account"u8, facts.Account);
        Member("region"u8, facts.Region);
        Member("principal"u8, facts.Principal);
        Json.WriteString("requestId"u8, facts.RequestId);
        End(to);
    }

    /// <inheritdoc/>
    public void Failure(IBufferWriter<byte> to, DateTimeOffset at, string what, string? requestId, Exception problem)
    {
        Begin(to, at, "failure");
        Json.WriteString("what"u8, what);
        Member("requestId"u8, requestId);
        Json.WriteString("problem"u8, problem.ToString());
        End(to);
    }

    /// <inheritdoc/>
    public void Dropped(IBufferWriter<byte> to, DateTimeOffset at, long lines)
    {
        Begin(to, at, "dropped");
        Json.WriteNumber("lines"u8, lines);
        End(to);
    }

    private void Begin(IBufferWriter<byte> to, DateTimeOffset at, string kind)
    {
        Json.Reset(to);
        Json.WriteStartObject();
        Json.WriteString("time"u8, at.UtcDateTime);
        Json.WriteString("kind"u8, kind);
    }

    private void Member(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) Json.WriteString(name, value);
    }

    private void End(IBufferWriter<byte> to)
    {
        Json.WriteEndObject();
        Json.Flush();
        to.Write("\n"u8);
    }
}
