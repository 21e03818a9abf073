namespace Orrery.Engines.Load.Credits;

/// <summary>
/// How an instance earns and spends CPU credits; one is a vCPU at 100 % for a minute. Source: EC2 User Guide, "Key
/// concepts for burstable performance instances", "Standard mode" and "Unlimited mode".
/// </summary>
/// <param name="Vcpus">Its vCPUs.</param>
/// <param name="PerHour">What it earns an hour.</param>
/// <param name="Unlimited">Whether it spends on when it has none left.</param>
/// <param name="LaunchCredits">What a start gives it: 30 a vCPU for T2 standard, else nothing.</param>
/// <param name="KeptMinutes">How long a stopped one keeps its credits: 7 days, T2 not at all.</param>
public sealed record CreditPlan(
    int Vcpus, double PerHour, bool Unlimited, double LaunchCredits = 0, int KeptMinutes = CreditPlan.Week)
{
    /// <summary>Seven days in minutes.</summary>
    public const int Week = 7 * 24 * 60;

    /// <summary>What it can accrue, and what surplus it can have: what it earns in 24 hours.</summary>
    public double Most => PerHour * 24;

    /// <summary>What it earns a minute, which is its baseline in vCPUs.</summary>
    public double PerMinute => PerHour / 60;
}
