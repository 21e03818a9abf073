namespace Orrery.Services.Iam.Records;

/// <summary>A virtual MFA device.</summary>
internal sealed record DeviceRecord
{
    /// <summary>Its serial number, an ARN.</summary>
    public required IamKey Serial { get; init; }

    /// <summary>The secret that codes are made of, in base 32.</summary>
    public required string Seed { get; init; }

    /// <summary>The unique id of the user who has it; the account's id for the root user; null for nobody.</summary>
    public string? User { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? EnabledAt { get; init; }

    /// <summary>By how many steps its clock is off.</summary>
    public long Drift { get; init; }

    /// <summary>The step of the last code that was taken: none serves twice.</summary>
    public long LastStep { get; init; } = -1;

    /// <summary>Its tags.</summary>
    public IReadOnlyList<Pair> Tags { get; init; } = [];
}
