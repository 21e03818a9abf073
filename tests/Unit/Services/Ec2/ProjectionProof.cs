using System.Collections;
using Orrery.Engines.Reachability.Model;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Projections;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>
/// Holds the topology that is renewed by what changed against the one that is made anew. Every operation that a test
/// runs is held to it.
/// </summary>
internal static class ProjectionProof
{
    /// <summary>Compares the two, element by element.</summary>
    public static int Check(ReadCall call)
    {
        var renewed = ReachabilityProjection.Of(call);
        var fresh = ReachabilityProjection.Make(call);
        Assert.Equal(Lines(fresh), Lines(renewed));
        return fresh.Count;
    }

    private static List<string> Lines(Topology topology) =>
        [.. topology.Elements.Select(Text).Order(StringComparer.Ordinal)];

    private static string Text(object? value) => value switch
    {
        null => "-",
        string text => text,
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Text))}]",
        _ when value.GetType() is { IsClass: true, Namespace: var space } type && space == typeof(Element).Namespace =>
            $"{type.Name}: "
            + string.Join(", ", type.GetProperties().Select(p => $"{p.Name}={Text(p.GetValue(value))}")),
        _ => value.ToString()!,
    };
}
