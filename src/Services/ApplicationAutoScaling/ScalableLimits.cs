namespace Orrery.Services.ApplicationAutoScaling;

/// <summary>
/// How many there are at most. Source: Application Auto Scaling User Guide, "Quotas for Application Auto Scaling"; the
/// codes of Service Quotas are not public there, so these cannot be raised.
/// </summary>
internal static class ScalableLimits
{
    /// <summary>Policies of a target.</summary>
    public const int Policies = 50;

    /// <summary>Scheduled actions of a target.</summary>
    public const int Actions = 200;

    /// <summary>Steps of a policy.</summary>
    public const int Steps = 20;

    /// <summary>Targets of a dimension.</summary>
    public static int Targets(string space) => space switch
    {
        "dynamodb" => 5000,
        "ecs" => 3000,
        "cassandra" => 1500,
        _ => 500,
    };
}
