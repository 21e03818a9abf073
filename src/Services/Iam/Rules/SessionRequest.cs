namespace Orrery.Services.Iam.Rules;

/// <summary>For whom and how long temporary credentials are made.</summary>
internal sealed record SessionRequest
{
    /// <summary>The account of the principal.</summary>
    public required string Account { get; init; }

    /// <summary>The principal.</summary>
    public required string Arn { get; init; }

    /// <summary>The principal's unique id.</summary>
    public required string UserId { get; init; }

    /// <summary>How long they work.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The source identity, when given.</summary>
    public string? SourceIdentity { get; init; }
}
