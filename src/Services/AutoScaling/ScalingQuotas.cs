using Orrery.Contracts;

namespace Orrery.Services.AutoScaling;

/// <summary>
/// The quotas of Auto Scaling. Source: EC2 Auto Scaling User Guide, "Quotas for Auto Scaling resources and groups";
/// codes as users of Service Quotas list them.
/// </summary>
internal static class ScalingQuotas
{
    /// <summary>How many lifecycle hooks a group has at most.</summary>
    public const int HooksPerGroup = 50;

    /// <summary>How many topics a group has at most.</summary>
    public const int TopicsPerGroup = 10;

    /// <summary>How many policies a group has at most.</summary>
    public const int PoliciesPerGroup = 50;

    /// <summary>How many scheduled actions a group has at most.</summary>
    public const int SchedulesPerGroup = 125;

    /// <summary>How many steps a policy has at most.</summary>
    public const int StepsPerPolicy = 20;

    public static readonly Quota Groups = new("L-CDE20ADC", "Auto Scaling groups per region", 500);

    public static readonly Quota Configurations = new("L-6B80B8FA", "Launch configurations per region", 200);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Quota> All = [Groups, Configurations];
}
