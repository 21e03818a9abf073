using System.Collections.Concurrent;
using System.Globalization;
using Orrery.Engines.Load.Credits;
using Orrery.Engines.Load.Serving;
using Orrery.Services.Ec2.Catalog;

namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>
/// What instance types can do. Source of the credits: EC2 User Guide, "Key concepts for burstable performance
/// instances" (table of credits earned per hour) and "Standard mode concepts" (launch credits: T2 only).
/// </summary>
internal static class Capacities
{
    private const double Gigabit = 1e9 / 8;
    private const int LaunchCreditsPerVcpu = 30;

    // Credits an hour by size; those of T1 are not documented: it counts as a type with processors of its own.
    private static readonly Dictionary<string, double> Old = new(StringComparer.Ordinal)
    {
        ["nano"] = 3, ["micro"] = 6, ["small"] = 12, ["medium"] = 24, ["large"] = 36, ["xlarge"] = 54, ["2xlarge"] =
            81.6,
    };

    private static readonly Dictionary<string, double> New = new(StringComparer.Ordinal)
    {
        ["nano"] = 6, ["micro"] = 12, ["small"] = 24, ["medium"] = 24, ["large"] = 36, ["xlarge"] = 96, ["2xlarge"] =
            192,
    };

    // Types do not change, and are asked about for every minute that is looked at.
    private static readonly ConcurrentDictionary<(string Type, string? Credits, int? Vcpus), Capacity> Known =
        new();

    /// <summary>What an instance of a type can do with a credit option and, if given, with fewer vCPUs.</summary>
    public static Capacity Of(string type, string? credits, int? vcpus = null) =>
        Known.GetOrAdd((type, credits, vcpus), static key => Make(key.Type, key.Credits, key.Vcpus));

    private static Capacity Make(string type, string? credits, int? active)
    {
        var facts = InstanceTypeCatalog.Get(type);
        var vcpus = active ?? facts.Vcpus;
        return new(
            vcpus, facts.MemoryMib, Network(facts.Row.Text("network_performance")), Plan(facts, credits, vcpus));
    }

    // That fewer vCPUs earn as many credits is guessed.
    private static CreditPlan? Plan(InstanceTypeFacts facts, string? credits, int vcpus)
    {
        var isOld = facts.Name.StartsWith("t2.", StringComparison.Ordinal);
        var size = facts.Name[(facts.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        if (!facts.Burstable || !(isOld ? Old : New).TryGetValue(size, out var perHour))
        {
            return null;
        }

        var unlimited = (credits ?? facts.DefaultCredits) == "unlimited";
        return new(
            vcpus, perHour, unlimited,
            isOld && !unlimited ? LaunchCreditsPerVcpu * vcpus : 0,
            isOld ? 0 : CreditPlan.Week);
    }

    // What a type has "up to" counts as what it has: network credits are not modelled. The words of old types: guessed.
    private static double Network(string? words)
    {
        foreach (var word in (words ?? "").Split(' '))
        {
            if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                return number * Gigabit * (words!.Contains("Megabit", StringComparison.Ordinal) ? 1e-3 : 1);
            }
        }

        return Gigabit * (words switch { "High" => 1, "Moderate" => 0.3, _ => 0.1 });
    }
}
