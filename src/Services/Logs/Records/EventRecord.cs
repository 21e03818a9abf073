using Orrery.Services.Logs.Ids;

namespace Orrery.Services.Logs.Records;

/// <summary>A log event.</summary>
/// <param name="Key">Stream, time and number.</param>
/// <param name="Ingested">When it came, in milliseconds.</param>
/// <param name="Message">Its text.</param>
public sealed record EventRecord(EventKey Key, long Ingested, string Message)
{
    /// <summary>The ARN of the KMS key that its group had when it came; null: none.</summary>
    public string? KeyArn { get; init; }
}
