using Orrery.Core;

namespace Orrery.Engines.Scaling.Maintenance;

/// <summary>
/// How instances are replaced within a range of what has to be healthy. Source: EC2 Auto Scaling User Guide, "Instance
/// maintenance policies" (launch before terminating, terminate and launch) and "Replace instances based on an instance
/// refresh" (100 percent limits it to one at a time).
/// </summary>
public static class ReplacementRules
{
    /// <summary>What to do next.</summary>
    public static ReplacementStep Next(HealthyRange range, ReplacementFacts facts)
    {
        var (floor, ceiling) = (range.Floor(facts.Desired), range.Ceiling(facts.Desired));
        var spare = facts.Ready - floor;

        // What has its successor goes first; every other one that goes begins a replacement.
        var news = facts.Ready - facts.Old + facts.Warming;
        var replaced = Math.Max(0, news + facts.Old + facts.Unready - facts.Desired);
        var most = replaced + Math.Min(facts.Allowed, facts.Old + facts.Unready);
        var isStuck = facts.Warming + facts.Unready == 0 && spare <= 0 && ceiling <= facts.Ready;
        var terminate = Math.Clamp(Math.Min(isStuck ? 1 : spare, most), 0, facts.Old);
        var unready = FreeUnready(range, facts, most - terminate);
        var total = facts.Ready + facts.Warming + facts.Unready - terminate - unready;
        var begun = Math.Max(0, terminate + unready - replaced);
        var wanted = Math.Min(facts.Desired - news, begun + Begin(facts, replaced, begun));
        var missing = Math.Max(0, facts.Desired - facts.Ready - facts.Warming - facts.Unready);
        var launch = Math.Clamp(ceiling - total, 0, Math.Max(0, Math.Max(wanted, missing)));
        var text = $"{facts.Ready} ready and {facts.Warming} warming up of {facts.Desired}, {facts.Old} old; between "
            + $"{floor} healthy and {ceiling} in all";
        return new(launch, terminate, unready, new(
            "REPLACEMENT", text, null, isStuck && terminate > 0
                ? [Reason.Of("ONE_AT_A_TIME", "the range leaves no room, so one is replaced at a time")]
                : []));
    }

    // Launches that come before their terminations.
    private static int Begin(ReplacementFacts facts, int replaced, int begun) =>
        Math.Max(0, Math.Min(facts.Allowed, facts.Old + facts.Unready - replaced) - begun);

    // What is of no use holds nothing up: it goes at once, unless the group wants its successor first.
    private static int FreeUnready(HealthyRange range, ReplacementFacts facts, int most)
    {
        var isLaunchFirst = range.Min == 100 && range.Max > 100;
        var free = isLaunchFirst ? Math.Max(0, facts.Ready + facts.Unready - facts.Desired) : facts.Unready;
        return Math.Clamp(Math.Min(free, most), 0, facts.Unready);
    }
}
