namespace Orrery.Contracts.Loads;

/// <summary>Demand on instances.</summary>
public sealed record LoadDeclaration
{
    /// <summary>Its name: letters, digits, dots, dashes, underscores; at most 64.</summary>
    public string? Name { get; init; }

    /// <summary>Among whose running instances it is divided evenly.</summary>
    public IReadOnlyList<LoadTarget>? Targets { get; init; }

    /// <summary>Requests a second, all together.</summary>
    public LoadShape? Rate { get; init; }

    /// <summary>What a request costs.</summary>
    public LoadCost? Cost { get; init; }

    /// <summary>When it begins; none given: when it is applied.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>When it ends; none given: never.</summary>
    public DateTimeOffset? To { get; init; }
}
