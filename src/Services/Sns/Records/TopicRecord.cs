using Orrery.Services.Sns.Ids;

namespace Orrery.Services.Sns.Records;

/// <summary>A topic.</summary>
internal sealed record TopicRecord
{
    /// <summary>Its name, unique in its account and region.</summary>
    public required SnsKey Name { get; init; }

    /// <summary>Whether it is FIFO.</summary>
    public bool IsFifo { get; init; }

    /// <summary>The attributes that were set, as they were given; the others have their defaults.</summary>
    public SortedDictionary<string, string> Attributes { get; init; } = [];

    /// <summary>Its tags, by key.</summary>
    public SortedDictionary<string, string> Tags { get; init; } = [];

    /// <summary>How many of its subscriptions were deleted.</summary>
    public int Deleted { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What an attribute was set to, or null.</summary>
    public string? Attribute(string name) => Attributes.GetValueOrDefault(name);

    /// <summary>Whether an attribute is set to true.</summary>
    public bool Has(string name) => Attribute(name) == "true";
}
