namespace Orrery.Services.Iam.Records;

/// <summary>A role.</summary>
internal sealed record RoleRecord : HolderRecord
{
    /// <summary>Who may assume it.</summary>
    public required string Trust { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>How many seconds its sessions may last.</summary>
    public int MaxSessionDuration { get; init; } = 3600;

    /// <summary>The service that it is linked to, for example <c>autoscaling.amazonaws.com</c>.</summary>
    public string? LinkedService { get; init; }
}
