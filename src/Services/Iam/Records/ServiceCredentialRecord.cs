namespace Orrery.Services.Iam.Records;

/// <summary>A user's name and password for one service.</summary>
internal sealed record ServiceCredentialRecord
{
    /// <summary>Its id.</summary>
    public required IamKey Id { get; init; }

    /// <summary>The unique id of its user.</summary>
    public required string User { get; init; }

    /// <summary>The service.</summary>
    public required string Service { get; init; }

    /// <summary>The name for the service.</summary>
    public required string ServiceUser { get; init; }

    /// <summary>The password for the service: shown when it is made or reset.</summary>
    public required string Secret { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it works.</summary>
    public bool IsActive { get; init; } = true;
}
