namespace Orrery.Services.Organizations.Records;

/// <summary>An account that administers a service for the organization.</summary>
internal sealed record DelegateRecord
{
    /// <summary>Account and service.</summary>
    public required OrgKey Id { get; init; }

    /// <summary>The id of the organization.</summary>
    public required string Organization { get; init; }

    /// <summary>The account.</summary>
    public required string Account { get; init; }

    /// <summary>The principal of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The key of an account and a service.</summary>
    public static OrgKey Of(string account, string service) => new($"{account}/{service}");
}
