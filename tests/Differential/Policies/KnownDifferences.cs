using System.Text.Json.Nodes;
using Orrery.Tests.Unit.Engines.Policies.Twin;

namespace Orrery.Tests.Differential.Policies;

/// <summary>Where the simulator differs from what AWS documents, each with its source.</summary>
internal static class KnownDifferences
{
    /// <summary>Why the answers differ; null where nothing known explains it.</summary>
    public static string? Explain(PolicyCase one, string ours, string theirs) => (one, ours, theirs) is ({ Principal: "" }, _, _) ? "" : null;

    /// <summary>The operators, without qualifier and IfExists, in the conditions of a case.</summary>
    public static IEnumerable<string> OperatorsOf(PolicyCase one)
    {
        JsonObject?[] policies =
        [
            .. one.Identity, one.Boundary, one.Session, one.ResourcePolicy, .. one.ServiceControls.SelectMany(l => l),
            .. one.ResourceControls.SelectMany(l => l),
        ];
        return policies.OfType<JsonObject>()
            .SelectMany(p => p["Statement"] is JsonArray many ? many.ToList() : [p["Statement"]])
            .SelectMany(s => s!["Condition"] is JsonObject block ? block.Select(o => o.Key) : [])
            .Select(name => name.Split(':')[^1].Replace("IfExists", "", StringComparison.Ordinal));
    }
}
