using System.Text.Json.Serialization;

namespace Orrery.Services.Iam.Records;

/// <summary>What policies are given to: a user, a group or a role.</summary>
internal abstract record HolderRecord
{
    /// <summary>Its name, as it was given.</summary>
    public required string Name { get; init; }

    /// <summary>Its path, which begins and ends with a slash.</summary>
    public required string Path { get; init; }

    /// <summary>Its unique id.</summary>
    public required string Id { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The ARNs of the managed policies attached to it, in the order of attaching.</summary>
    public IReadOnlyList<string> Attached { get; init; } = [];

    /// <summary>Its inline policies.</summary>
    public IReadOnlyList<Pair> Inline { get; init; } = [];

    /// <summary>Its tags; groups have none.</summary>
    public IReadOnlyList<Pair> Tags { get; init; } = [];

    /// <summary>The ARN of the policy that is its permissions boundary.</summary>
    public string? Boundary { get; init; }

    /// <summary>The key in its table.</summary>
    [JsonIgnore]
    public IamKey Key => IamKey.OfName(Name);
}
