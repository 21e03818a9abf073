using Orrery.Services.Sns.Ids;

namespace Orrery.Services.Sns.Records;

/// <summary>A number that only grows, or the instant up to which something is planned.</summary>
internal sealed record CounterRecord
{
    /// <summary>What it counts.</summary>
    public required SnsKey Id { get; init; }

    /// <summary>The last number given.</summary>
    public long Last { get; init; }

    /// <summary>The last instant given.</summary>
    public DateTimeOffset? At { get; init; }
}
