namespace Orrery.Services.AutoScaling.Rules;

/// <summary>The transitions that hooks are for.</summary>
internal static class Transitions
{
    /// <summary>An instance comes.</summary>
    public const string Launching = "autoscaling:EC2_INSTANCE_LAUNCHING";

    /// <summary>An instance goes.</summary>
    public const string Terminating = "autoscaling:EC2_INSTANCE_TERMINATING";

    /// <summary>Both.</summary>
    public static readonly IReadOnlyList<string> All = [Launching, Terminating];
}
