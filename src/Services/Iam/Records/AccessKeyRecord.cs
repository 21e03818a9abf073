using System.Text.Json.Serialization;

namespace Orrery.Services.Iam.Records;

/// <summary>A lasting access key.</summary>
internal sealed record AccessKeyRecord
{
    /// <summary>Its id.</summary>
    public required AccessKeyId Id { get; init; }

    /// <summary>The secret that signs; shown once, when it is made.</summary>
    public required string Secret { get; init; }

    /// <summary>The account of its owner.</summary>
    public required string Account { get; init; }

    /// <summary>The unique id of its user; empty for the root user.</summary>
    public required string User { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it works.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Its owner, as the index has it.</summary>
    [JsonIgnore]
    public string Owner => $"{Account}/{User}";
}
