using Orrery.Services.Logs.Ids;

namespace Orrery.Services.Logs.Records;

/// <summary>A log stream.</summary>
public sealed record StreamRecord
{
    /// <summary>Group and name.</summary>
    public required PartKey Key { get; init; }

    /// <summary>The log group.</summary>
    public required string Group { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// What its events are kept under. A stream that is made anew under the same name has another one, so it never
    /// shows events of the one before.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreationTime { get; init; }

    /// <summary>The least time of its events, in milliseconds; null: none came yet.</summary>
    public long? First { get; init; }

    /// <summary>The greatest time of its events.</summary>
    public long? Last { get; init; }

    /// <summary>When events last came.</summary>
    public long? Ingested { get; init; }

    /// <summary>The number of the last event.</summary>
    public long Number { get; init; }

    /// <summary>How many bytes its events have: UTF-8, and 26 for each (PutLogEvents' rule).</summary>
    public long Bytes { get; init; }
}
