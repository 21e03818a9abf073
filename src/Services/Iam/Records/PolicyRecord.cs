using System.Text.Json.Serialization;

namespace Orrery.Services.Iam.Records;

/// <summary>A managed policy of the customer.</summary>
internal sealed record PolicyRecord
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its path.</summary>
    public required string Path { get; init; }

    /// <summary>Its unique id.</summary>
    public required string Id { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Its versions, oldest first.</summary>
    public required IReadOnlyList<PolicyVersionRecord> Versions { get; init; }

    /// <summary>The version in force.</summary>
    public required string DefaultVersion { get; init; }

    /// <summary>The number of the newest version that ever was.</summary>
    public int LastNumber { get; init; } = 1;

    /// <summary>Its tags.</summary>
    public IReadOnlyList<Pair> Tags { get; init; } = [];

    /// <summary>Whether it is one of AWS.</summary>
    public bool IsAws { get; init; }

    /// <summary>The key in its table: its name, which is unique whatever the path.</summary>
    [JsonIgnore]
    public IamKey Key => IamKey.OfName(Name);

    /// <summary>The document in force.</summary>
    [JsonIgnore]
    public PolicyVersionRecord Default => Versions.First(v => v.Id == DefaultVersion);
}
