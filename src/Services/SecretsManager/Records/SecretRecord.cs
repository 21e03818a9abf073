using Orrery.Operations.Tagging;

namespace Orrery.Services.SecretsManager.Records;

/// <summary>A secret, without its values.</summary>
internal sealed record SecretRecord
{
    /// <summary>The name.</summary>
    public required SecretKey Name { get; init; }

    /// <summary>The six characters that end its ARN.</summary>
    public required string Suffix { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The key that was asked for; null for <c>aws/secretsmanager</c>.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When its deletion was asked for.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The resource policy, as it was given.</summary>
    public string? Policy { get; init; }

    /// <summary>The function that rotates it.</summary>
    public string? RotationFunction { get; init; }

    /// <summary>When it is rotated by itself; null where only on demand.</summary>
    public RotationSchedule? Schedule { get; init; }

    /// <summary>The window of the next rotation; null where none is due.</summary>
    public RotationWindow? Window { get; init; }

    /// <summary>The rotation that goes on; null where none does.</summary>
    public RunningRotation? Running { get; init; }

    /// <summary>The days from the last rotation to the next, as the schedule had it then.</summary>
    public long? DaysBetween { get; init; }

    /// <summary>Whether it is rotated.</summary>
    public bool Rotates { get; init; }

    /// <summary>When it was last rotated.</summary>
    public DateTimeOffset? RotatedAt { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = TagSet.Empty;
}
