using System.Text.Json.Serialization;

namespace Orrery.Services.Iam.Records;

/// <summary>An instance profile.</summary>
internal sealed record ProfileRecord
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its path.</summary>
    public required string Path { get; init; }

    /// <summary>Its unique id.</summary>
    public required string Id { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The key of the role in it.</summary>
    public string? Role { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<Pair> Tags { get; init; } = [];

    /// <summary>The key in its table.</summary>
    [JsonIgnore]
    public IamKey Key => IamKey.OfName(Name);
}
