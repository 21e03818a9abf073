using System.Buffers;

namespace Orrery.Host.Logging;

/// <summary>Writes log lines in one form, as UTF-8.</summary>
internal interface ILogFormatter
{
    /// <summary>A line about a request.</summary>
    void Request(IBufferWriter<byte> to, DateTimeOffset at, TimeSpan took, in RequestFacts facts);

    /// <summary>Lines about something of Orrery itself that went wrong.</summary>
    void Failure(IBufferWriter<byte> to, DateTimeOffset at, string what, string? requestId, Exception problem);

    /// <summary>A line about lines that nobody took.</summary>
    void Dropped(IBufferWriter<byte> to, DateTimeOffset at, long lines);
}
