using Orrery.Services.Logs.Ids;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Records;

/// <summary>A log group. Its size and its number of filters are counted when asked.</summary>
public sealed record GroupRecord
{
    /// <summary>Its name.</summary>
    public required GroupName Name { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreationTime { get; init; }

    /// <summary>What it can be used for.</summary>
    public LogGroupClass Class { get; init; }

    /// <summary>For how many days events are kept; null: for ever.</summary>
    public int? RetentionInDays { get; init; }

    /// <summary>The ARN of the KMS key of the events that come; null: none.</summary>
    public string? KmsKeyArn { get; init; }

    /// <summary>Whether it cannot be deleted.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>When expired events are next removed; null where nothing waits for that.</summary>
    public DateTimeOffset? SweepAt { get; init; }
}
