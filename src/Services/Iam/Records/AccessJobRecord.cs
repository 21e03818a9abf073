namespace Orrery.Services.Iam.Records;

/// <summary>A report of which services somebody used.</summary>
internal sealed record AccessJobRecord
{
    /// <summary>Its id.</summary>
    public required IamKey Id { get; init; }

    /// <summary>Whose.</summary>
    public required string Arn { get; init; }

    /// <summary>Whether actions are told too.</summary>
    public bool WithActions { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was there.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The services.</summary>
    public IReadOnlyList<AccessedServiceRecord> Services { get; init; } = [];
}
